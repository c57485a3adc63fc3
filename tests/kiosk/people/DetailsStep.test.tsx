import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Circumstance } from '../../../src/domain/application/circumstance';
import type { Draft } from '../../../src/domain/application/draft';
import { DetailsStep } from '../../../src/kiosk/screens/details/DetailsStep';
import { useSession } from '../../../src/kiosk/session/session-store';
import { otherMunicipality, sampleConfiguration, sampleDraft } from '../../support/sample-application';
import { press } from '../press';
import { currentDraft, showScreen, startSession } from '../show-screen';

const partner = { code: otherMunicipality, name: '隣市', contact: '隣市役所', mailsCards: true, recipients: [] };

function show(told: readonly Circumstance[], draft: Partial<Draft> = {}, partners: readonly (typeof partner)[] = []): void {
  startSession(
    {
      place: { kind: 'wizard', step: 'details', cameFromCheck: false },
      draft: sampleDraft({ circumstances: told, ...draft }),
    },
    { ...sampleConfiguration(), partners: [...partners] },
  );
  showScreen(<DetailsStep />);
}

const choose = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));
const step = (): unknown => useSession.getState().place;

describe('a foreign resident', () => {
  it('is asked for the status, the term and the end of the stay, and told what the stay does to the card', async () => {
    show(['foreignResident']);
    await choose('中長期在留者');
    await choose('期間のある資格');
    await press('2', '0', '2', '8', '0', '4', '0', '1');
    expect(screen.getByText(/カードの期限は、在留期間の満了日と同じ2028年4月1日です/)).toBeInTheDocument();
    await press('次へ');
    expect(step()).toMatchObject({ step: 'photo' });
  });

  it('is warned of a stay that ends within two months, and may go on', async () => {
    show(['foreignResident'], { stay: { status: 'bornHere', term: undefined, endDigits: '20261220' } });
    expect(screen.getByRole('alert')).toHaveTextContent('在留期間が2026年12月20日に終わります');
    await press('次へ');
    expect(step()).toMatchObject({ step: 'photo' });
  });

  it('whose stay has ended is told to extend it first, and does not go on', async () => {
    show(['foreignResident'], { stay: { status: 'midToLongTerm', term: 'limited', endDigits: '20261119' } });
    expect(screen.getByText(/在留期間が終わっています/)).toBeInTheDocument();
    await press('次へ');
    expect(step()).toMatchObject({ step: 'details' });
  });

  it('who stays without an end is asked for none', async () => {
    show(['foreignResident']);
    await choose('特別永住者');
    expect(screen.queryByText('在留期間の満了日')).not.toBeInTheDocument();
    expect(screen.getByText(/カードの期限は2036年3月の誕生日です/)).toBeInTheDocument();
    await press('次へ');
    expect(step()).toMatchObject({ step: 'photo' });
  });

  it('types a date that no calendar has: it is said, and kept', async () => {
    show(['foreignResident'], { stay: { status: 'bornHere', term: undefined, endDigits: '2027023' } });
    await press('0');
    expect(screen.getByText('この日付は暦にありません。')).toBeInTheDocument();
    expect(currentDraft().stay.endDigits).toBe('20270230');
  });
});

describe('somebody who lives elsewhere', () => {
  it('applies to their own municipality where it takes part', async () => {
    show(['nonResident'], {}, [partner]);
    await press('次へ');
    expect(screen.getByText(/住民票のある市区町村を選んでください/)).toBeInTheDocument();
    await choose('隣市');
    await press('次へ');
    expect(currentDraft().destination).toBe(otherMunicipality);
    expect(step()).toMatchObject({ step: 'photo' });
  });

  it('is told where to go where nobody else takes part, and is not sealed to this one', async () => {
    show(['nonResident']);
    expect(screen.getByRole('alert')).toHaveTextContent('お住まいの市区町村の窓口');
    await press('次へ');
    expect(step()).toMatchObject({ step: 'details' });
  });
});

describe('names beside the name', () => {
  it('are kept character for character', async () => {
    show(['nameNotes']);
    await userEvent.type(screen.getByLabelText('旧氏'), '葛\u{E0100}城');
    await userEvent.type(screen.getByLabelText('通称'), 'Mihon Taro');
    expect(currentDraft().applicant).toMatchObject({ formerName: '葛\u{E0100}城', alias: 'Mihon Taro' });
  });

  it('are no place for a 個人番号', async () => {
    show(['nameNotes']);
    await userEvent.type(screen.getByLabelText('旧氏'), '1'.repeat(12));
    expect(screen.getByText('12桁の番号（マイナンバー）は書かないでください。')).toBeInTheDocument();
    await press('次へ');
    expect(step()).toMatchObject({ step: 'details' });
  });
});

describe('braille', () => {
  it('is counted as the form counts it, and stops at 24', async () => {
    show(['braille']);
    await userEvent.type(screen.getByLabelText(/カードに点字で入れる氏名/), 'がぎ ー');
    expect(screen.getByText('6文字（24文字まで）')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/カードに点字で入れる氏名/), 'が'.repeat(10));
    expect(screen.getByText(/24文字を超えています/)).toBeInTheDocument();
    await press('次へ');
    expect(step()).toMatchObject({ step: 'details' });
  });
});
