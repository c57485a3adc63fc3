import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { PostalFinding } from '../../../src/domain/postal/postal-address';
import { AddressEntry } from '../../../src/kiosk/entries/AddressEntry';
import { showScreen } from '../show-screen';

const townsOf: Readonly<Record<string, readonly string[]>> = {
  '9900001': ['本町'],
  '9900002': ['北町', '南町'],
  '9900003': ['西町'],
};
const found = (digits: string): PostalFinding => ({
  kind: 'found',
  addresses: (townsOf[digits] ?? []).map((town) => ({ prefecture: '見本県', city: '見本市', town })),
});

function Entry({ address = '' }: { readonly address?: string }) {
  const [value, setValue] = useState({ postalCode: '', address });
  return <AddressEntry value={value} onChange={setValue} />;
}

const postalCode = (): HTMLElement => screen.getByLabelText('郵便番号');
const address = (): HTMLElement => screen.getByLabelText('住所');

function show(start = '', find: (digits: string) => Promise<PostalFinding> = (digits) => Promise.resolve(found(digits))) {
  const findPostalAddresses = vi.fn(find);
  showScreen(<Entry address={start} />, { findPostalAddresses });
  return findPostalAddresses;
}

describe('a postal code', () => {
  it('says how large the list is that answers it', () => {
    show();
    expect(screen.getByText(/^7桁で住所が入ります（端末の一覧、0\.\d MB）$/u)).toBeVisible();
  });

  it('fills in the address with its seventh digit, pasted in full width too, and asks for nothing before', async () => {
    const find = show();
    await userEvent.type(postalCode(), '990-000');
    expect(find).not.toHaveBeenCalled();
    await userEvent.clear(postalCode());
    await userEvent.click(postalCode());
    await userEvent.paste('〒９９０－０００１');
    expect(await screen.findByDisplayValue('見本県見本市本町')).toBe(address());
    expect(find).toHaveBeenCalledExactlyOnceWith('9900001');
  });

  it('that is corrected fills in anew what it had filled in', async () => {
    show();
    await userEvent.type(postalCode(), '9900001');
    await screen.findByDisplayValue('見本県見本市本町');
    await userEvent.type(postalCode(), '{Backspace}3');
    expect(await screen.findByDisplayValue('見本県見本市西町')).toBe(address());
  });

  it('with several towns lets one be chosen', async () => {
    show();
    await userEvent.type(postalCode(), '9900002');
    await userEvent.click(await screen.findByRole('button', { name: '見本県見本市南町' }));
    expect(address()).toHaveValue('見本県見本市南町');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps an address written by hand until somebody replaces it', async () => {
    show('見本県見本市本町1-2-3');
    await userEvent.type(postalCode(), '9900003');
    const replacement = await screen.findByRole('button', { name: '見本県見本市西町' });
    expect(address()).toHaveValue('見本県見本市本町1-2-3');
    await userEvent.click(replacement);
    expect(address()).toHaveValue('見本県見本市西町');
  });

  it('is answered late: what was written meanwhile stays', async () => {
    let answer = (_: PostalFinding): void => undefined;
    show('', () => new Promise((resolve) => (answer = resolve)));
    await userEvent.type(postalCode(), '9900001');
    await userEvent.type(address(), '見本県端町');
    answer(found('9900001'));
    expect(await screen.findByRole('button', { name: '見本県見本市本町' })).toBeInTheDocument();
    expect(address()).toHaveValue('見本県端町');
  });
});

describe('what cannot be looked up', () => {
  it('is said, and the address is typed by hand', async () => {
    show();
    await userEvent.type(postalCode(), '9999999');
    expect(await screen.findByText(/一覧にありません/)).toBeInTheDocument();
    await userEvent.type(address(), '見本市');
    expect(screen.queryByText(/一覧にありません/)).toBeNull();
  });

  it('because the list is not readable is said too', async () => {
    show('', () => Promise.resolve({ kind: 'unavailable' }));
    await userEvent.type(postalCode(), '9900001');
    expect(await screen.findByText(/開けませんでした/)).toBeInTheDocument();
  });

  it('for it has other than seven digits is said beside the field when it is left, and no sooner', async () => {
    show();
    await userEvent.type(postalCode(), '9900');
    expect(screen.queryByText('7桁の番号を書いてください。例：100-0001')).toBeNull();
    await userEvent.click(address());
    expect(postalCode()).toHaveAccessibleDescription(expect.stringContaining('7桁の番号を書いてください。例：100-0001'));
  });
});
