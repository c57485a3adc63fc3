import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/application/draft';
import { usualCombinations, usualDocuments } from '../../../src/domain/identity/documents';
import { IdentityStep } from '../../../src/kiosk/screens/identity/IdentityStep';
import { useSession } from '../../../src/kiosk/session/session-store';
import type { Configuration } from '../../../src/protocol/configuration';
import { sampleConfiguration, sampleDraft } from '../../support/sample-application';
import { press } from '../press';
import { currentDraft, showScreen, startSession } from '../show-screen';

function show(draft: Partial<Draft> = {}, configuration?: Configuration): void {
  const mailed = sampleDraft({ method: 'verifyAtApplication', photo: undefined, ...draft });
  startSession({ place: { kind: 'wizard', step: 'identity', cameFromCheck: false }, draft: mailed }, configuration);
  showScreen(<IdentityStep />);
}

const touch = (name: string): Promise<void> => userEvent.click(screen.getByLabelText(name, { selector: 'input' }));
const answer = (condition: string, name: string): Promise<void> => {
  const group = screen.getByRole('radiogroup', { name: condition });
  const found = [...group.querySelectorAll('label')].find((label) => label.textContent === name);
  if (!found) throw new Error(`no answer ${name}`);
  return userEvent.click(found);
};
const standing = (): HTMLElement => screen.getByRole('status', { name: '本人確認のようす' });
const next = (): HTMLElement => screen.getByRole('button', { name: '次へ' });
const place = (): unknown => useSession.getState().place;

describe('the identity check', () => {
  it('says at every touch what is still missing', async () => {
    show();
    expect(standing()).toHaveTextContent('あと2点、Aの書類2点、Aの書類1点とBの書類1点、Aの書類1点と追加の確認のどれかが必要です');
    await touch('資格確認書・健康保険証');
    expect(standing()).toHaveTextContent('あと1点、Aの書類が必要です');
    await touch('資格確認書・健康保険証');
    await touch('運転免許証');
    expect(standing()).toHaveTextContent('あと1点、Aの書類、Bの書類、追加の確認のどれかが必要です');
    await touch('社員証');
    expect(standing()).toHaveTextContent('書類がそろいました：Aの書類1点とBの書類1点');
  });

  it("names one missing document of group B as the office's combinations have it", async () => {
    const identity = { documents: [...usualDocuments], combinations: usualCombinations.slice(1, 2), neededPapers: [] };
    show({}, sampleConfiguration({ applications: { identity } }));
    await touch('運転免許証');
    expect(standing()).toHaveTextContent('あと1点、Bの書類が必要です');
    expect(screen.queryByRole('checkbox', { name: '追加の確認をした' })).not.toBeInTheDocument();
  });

  it('is done by five touches, the way on among them', async () => {
    show();
    expect(next()).toBeDisabled();
    await touch('運転免許証');
    await touch('資格確認書・健康保険証');
    await press('どれも問題なし');
    expect(standing()).toHaveTextContent('暗証番号設定依頼書をまだ受け取っていません');
    await touch('暗証番号設定依頼書');
    expect(standing()).toHaveTextContent('本人確認ができました');
    await userEvent.click(next());
    expect(place()).toMatchObject({ step: 'photo' });
  });

  it('takes a paper that proves something for the document it is', async () => {
    show();
    for (const name of ['通知カード', '年金手帳・年金証書', '顔写真証明書']) await touch(name);
    expect(standing()).toHaveTextContent('書類がそろいました：Bの書類2点と番号の通知1点');
    expect(currentDraft().identity.papers).toEqual(['notificationCard', 'photoCertificate']);
  });

  it('wants no request for a PIN of a card without one', () => {
    show({ isFaceAuthentication: true });
    expect(screen.queryByRole('checkbox', { name: '暗証番号設定依頼書' })).not.toBeInTheDocument();
    expect(standing()).toHaveTextContent('預かる書類がそろいました');
  });

  it('says what an answer means, and changes to collecting the card in one touch', async () => {
    show();
    await press('どれも問題なし');
    await answer('郵便の転送の届け出', 'ある');
    expect(standing()).toHaveTextContent('カードを郵送できません');
    expect(screen.getByRole('alert')).toHaveTextContent('本人だけが受け取れる郵便は、転送されません');
    const [beside] = screen.getAllByRole('button', { name: '窓口での受け取りに替える' });
    if (beside) await userEvent.click(beside);
    expect(currentDraft().method).toBe('collectAtOffice');
    expect(place()).toMatchObject({ step: 'photo' });
  });

  it('offers no way on for an application that a move would make void', async () => {
    show();
    await answer('ほかの市区町村へ引っ越す予定', 'ある');
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('引っ越した先で、新しい用紙で申請してください');
    expect(alert.querySelector('button')).toBeNull();
    expect(screen.queryByRole('button', { name: '窓口での受け取りに替える' })).not.toBeInTheDocument();
    expect(next()).toBeDisabled();
  });

  it('keeps where somebody lives and to whom the application goes one fact', async () => {
    show({ circumstances: ['nonResident'] });
    await press('どれも問題なし');
    expect(currentDraft().identity.answers.residentHere).toBe(false);
    await answer('見本市に住民票がある', 'はい');
    expect(currentDraft().circumstances).toEqual([]);
    await answer('見本市に住民票がある', 'いいえ');
    expect(currentDraft().circumstances).toEqual(['nonResident']);
  });
});
