import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/application/draft';
import type { Opening } from '../../../src/domain/campaign/opening';
import { ChoicesStep } from '../../../src/kiosk/screens/choices/ChoicesStep';
import { useSession, type Session } from '../../../src/kiosk/session/session-store';
import { sampleConfiguration, sampleDraft } from '../../support/sample-application';
import { press } from '../press';
import { currentDraft, showScreen, startSession } from '../show-screen';

interface Shown {
  readonly draft?: Partial<Draft>;
  readonly opening?: Partial<Opening>;
  readonly session?: Partial<Session>;
}

function show({ draft = {}, opening = {}, session = {} }: Shown = {}): void {
  const [sample] = sampleConfiguration().openings;
  if (!sample) throw new Error('the sample configuration has an opening');
  startSession({
    place: { kind: 'wizard', step: 'choices', cameFromCheck: false },
    draft: sampleDraft({ photo: undefined, contactName: '', contactMail: '', ...draft }),
    opening: { ...sample, ...opening },
    ...session,
  });
  showScreen(<ChoicesStep />);
}

const choose = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));
const place = (): unknown => useSession.getState().place;

describe('the choices', () => {
  it('are all made beforehand: one touch goes on to the photo', async () => {
    show();
    await press('次へ');
    expect(place()).toMatchObject({ step: 'photo' });
  });

  it('offer every method that ends in an application, and lead a mailed card to the identity check', async () => {
    show({ draft: { method: 'visitingReception' }, opening: { method: 'visitingReception' } });
    const methods = screen.getByRole('radiogroup', { name: '受け取り方' });
    expect(methods.querySelectorAll('input')).toHaveLength(4);
    expect(screen.getByRole('radio', { name: /^出張申請受付方式/ })).toBeChecked();
    expect(screen.getByRole('radio', { name: /^出張申請受付方式.*この会場のふつう/ })).toBeInTheDocument();
    await choose(/^申請時来庁方式/);
    await press('次へ');
    expect(currentDraft().method).toBe('verifyAtApplication');
    expect(place()).toMatchObject({ step: 'identity' });
  });

  it('offer a resident alone no method that needs somebody to look at documents', () => {
    show({ session: { channel: 'selfService' } });
    expect(screen.queryByRole('radio', { name: /^申請時来庁方式/ })).not.toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^交付時来庁方式/ })).toBeChecked();
  });

  it('ask why a card is made anew and say what it costs, less without certificates', async () => {
    show();
    await choose(/^再交付/);
    await press('次へ');
    expect(screen.getByRole('alert')).toHaveTextContent('理由を選んでください');
    expect(place()).toMatchObject({ step: 'choices' });
    await choose('破損');
    expect(screen.getByText(/再交付は有料です：1,000円/)).toBeInTheDocument();
    for (const button of screen.getAllByRole('radio', { name: '発行しない' })) await userEvent.click(button);
    expect(screen.getByText(/再交付は有料です：800円/)).toBeInTheDocument();
    await choose('ICチップの不具合');
    expect(screen.getByText(/無料のときと800円のとき/)).toBeInTheDocument();
    await choose(/^更新/);
    expect(screen.getByText('更新は無料です。')).toBeInTheDocument();
  });

  it('say what a card without a PIN excludes', async () => {
    show();
    await userEvent.click(screen.getByRole('checkbox', { name: '顔認証カードにする' }));
    expect(screen.getByText('顔認証カードには発行されません')).toBeInTheDocument();
    expect(screen.getByText(/暗証番号を使うことはできません/)).toBeInTheDocument();
    expect(currentDraft().isFaceAuthentication).toBe(true);
  });

  it('give the address of the counter where 特急発行 can be asked for, and no way to ask for it here', async () => {
    show();
    expect(screen.queryByText(/特急発行/)).not.toBeInTheDocument();
    await choose(/^再交付/);
    await choose('紛失・盗難・焼失');
    expect(screen.getByText(/カードをなくした方は、特急発行/)).toBeInTheDocument();
    expect(screen.getByText('窓口：見本市役所 市民課')).toBeInTheDocument();
  });

  it('remind of what the touchpoint is about, where it is true of this person', () => {
    show({ opening: { touchpoint: 'licenceReturn' } });
    expect(screen.getByText(/返納した運転免許証は、本人確認に使えません/)).toBeInTheDocument();
    expect(screen.queryByText(/法定代理人/)).not.toBeInTheDocument();
  });

  it('remind of representative and photo at an infant check', () => {
    show({ draft: { birthCalendar: 'reiwa', birthDigits: '080110' } });
    expect(screen.getByText(/1歳になるまで、カードに写真がつきません/)).toBeInTheDocument();
    expect(screen.getByText(/法定代理人（親権者など）の同席が必要/)).toBeInTheDocument();
  });

  it('asks for nobody’s address, and takes what somebody writes all the same', async () => {
    show();
    expect(screen.queryByLabelText('住所')).not.toBeInTheDocument();
    await press('氏名・住所・電話も書く');
    expect(screen.getByLabelText('氏名'), 'what was asked for is in sight').toHaveFocus();
    await userEvent.type(screen.getByLabelText('電話番号'), '０９０ー００００ー００００');
    await userEvent.type(screen.getByLabelText('住所'), '見本市1-1');
    expect(currentDraft().applicant).toMatchObject({ phone: '０９０ー００００ー００００', address: '見本市1-1' });
  });
});
