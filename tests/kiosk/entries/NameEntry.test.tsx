import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { NameEntry } from '../../../src/kiosk/entries/NameEntry';
import { hardNames } from '../../support/applications/hard-names';

function Entry({ name = '', kana = '' }) {
  const [value, setValue] = useState({ name, kana });
  return <NameEntry value={value} onChange={setValue} problems={value.kana === 'x' ? { kana: 'かなで入力してください' } : {}} />;
}

const name = (): HTMLInputElement => screen.getByLabelText('氏名');
const kana = (): HTMLInputElement => screen.getByLabelText('ふりがな');

/** What Chromium sends while an input method composes. */
function compose(texts: readonly string[]): void {
  const before = name().value;
  fireEvent.compositionStart(name(), { data: '' });
  for (const text of texts) {
    fireEvent.compositionUpdate(name(), { data: text });
    fireEvent.input(name(), { target: { value: before + text } });
  }
  fireEvent.compositionEnd(name(), { data: texts.at(-1) });
}

it('kana follows what is composed, beginning again where both were emptied', async () => {
  render(<Entry />);
  compose(['ｍ', 'み', 'みほ', 'みほｎ', '見本']);
  compose(['　']);
  compose(['たろう', '太郎']);
  expect(name()).toHaveValue('見本　太郎');
  expect(kana()).toHaveValue('みほん たろう');
  await userEvent.clear(name());
  expect(kana()).toHaveValue('');
  compose(['はな', '花']);
  expect(kana()).toHaveValue('はな');
});

it('kana corrected by hand stays, and what is wrong with it stands beside it', async () => {
  render(<Entry />);
  compose(['みほん', '見本']);
  await userEvent.clear(kana());
  await userEvent.type(kana(), 'x');
  compose(['たろう', '太郎']);
  expect(kana()).toHaveValue('x');
  expect(kana()).toHaveAccessibleDescription(expect.stringContaining('かなで入力してください'));
});

it('kana that was there stays', () => {
  render(<Entry name="見本" kana="ミホン" />);
  compose(['たろう', '太郎']);
  expect(kana()).toHaveValue('ミホン');
});

it('passes on whatever a line can hold', () => {
  const anyLine = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => !/[\n\r]/.test(text));
  fc.assert(
    fc.property(anyLine, (line) => {
      const { unmount } = render(<Entry />);
      compose([line]);
      expect(name().value).toBe(line);
      unmount();
    }),
    { numRuns: 30 },
  );
});

it.each(hardNames.map((hard) => [hard]))('passes on %s as it was typed', (hard) => {
  render(<Entry />);
  compose([hard]);
  expect(Array.from(name().value)).toEqual(Array.from(hard));
});

it('keeps what is typed out of the reach of the browser: no autofill, spelling service, translation', () => {
  render(<Entry />);
  for (const field of [name(), kana()]) {
    expect(field).toHaveAttribute('autocomplete', 'off');
    expect(field).toHaveAttribute('spellcheck', 'false');
    expect(field).toHaveAttribute('translate', 'no');
    expect(field).toHaveAttribute('autocorrect', 'off');
    expect(field).toHaveAttribute('autocapitalize', 'off');
  }
});
