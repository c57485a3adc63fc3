import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { RepresentativeStep } from '../../../src/kiosk/screens/representative/RepresentativeStep';
import { useSession } from '../../../src/kiosk/session/session-store';
import { sampleDraft } from '../../support/sample-application';
import { press } from '../press';
import { currentDraft, showScreen, startSession } from '../show-screen';

const child = { birthCalendar: 'western', birthDigits: '20180401' } as const;
const choose = (name: string): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));
const type = (label: string, text: string): Promise<void> => userEvent.type(screen.getByLabelText(label, { exact: true }), text);
const step = (): unknown => useSession.getState().place;

function show(draft: Parameters<typeof sampleDraft>[0]): void {
  startSession({ place: { kind: 'wizard', step: 'representative', cameFromCheck: false }, draft: sampleDraft(draft) });
  showScreen(<RepresentativeStep />);
}

describe('the representative of a child', () => {
  beforeEach(() => show(child));

  it('is there, related, named: then the application goes on', async () => {
    await choose('来ている');
    await choose('母');
    await type('氏名', '見本 花子');
    await type('ふりがな', 'みほん はなこ');
    await press('次へ');
    expect(step()).toMatchObject({ step: 'photo' });
    expect(currentDraft().representative).toMatchObject({ attends: true, relation: 'mother', name: '見本 花子' });
  });

  it('who is not there ends the application here, with what to do', async () => {
    await choose('来ていない');
    expect(screen.getByRole('alert')).toHaveTextContent('法定代理人といっしょに来てもらう必要があります');
    expect(screen.getByRole('button', { name: '次へ' })).toBeDisabled();
  });

  it('names everything that is missing beside its field, and keeps what was typed', async () => {
    await type('氏名', '見本 花子');
    await press('次へ');
    expect(step()).toMatchObject({ step: 'representative' });
    for (const words of ['来ているかどうかを選んでください', '関係を選んでください', 'ふりがなを書いてください']) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.queryByText('氏名を書いてください')).not.toBeInTheDocument();
    expect(currentDraft().representative.name).toBe('見本 花子');
  });

  it('lives with the child unless somebody says otherwise, and then has an address', async () => {
    expect(screen.queryByLabelText('住所')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: '住所はご本人と同じ' }));
    await press('次へ');
    expect(screen.getByText('住所を書いてください')).toBeInTheDocument();
  });

  it('has a telephone that is one, or none, and is told once the field was left', async () => {
    await type('電話番号', '０３ー１２');
    expect(screen.queryByText(/10桁か11桁の番号/)).not.toBeInTheDocument();
    await userEvent.tab();
    expect(screen.getByText(/10桁か11桁の番号/)).toBeInTheDocument();
  });
});

describe('the representative of an adult ward', () => {
  it('is a guardian with an address of their own', () => {
    show({ circumstances: ['adultWard'] });
    expect(screen.getByRole('radio', { name: '成年後見人' })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: '母' })).not.toBeInTheDocument();
    expect(screen.getByLabelText('住所')).toBeInTheDocument();
  });
});
