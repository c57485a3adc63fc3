import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { SlipFacts } from '../../../src/domain/slip/what-comes-next';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { printPage } from '../../../src/kiosk/print/print-page';
import { SealedScreen } from '../../../src/kiosk/screens/sealed/SealedScreen';
import { otherMunicipality, sampleConfiguration, sampleStationCode } from '../../support/sample-application';
import { showScreen, startSession } from '../show-screen';

vi.mock('../../../src/kiosk/print/print-page', () => ({ printPage: vi.fn() }));

const number = receptionNumberOf(sampleStationCode, 28);
const slip: SlipFacts = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined };
const partner = { code: otherMunicipality, name: '隣市', contact: '隣市役所 市民課', mailsCards: false, recipients: [] };

function show(facts: Partial<SlipFacts> = {}): void {
  const configuration = sampleConfiguration({
    partners: [partner],
    slip: { collectAt: '本庁舎1階 市民課', note: '平日は夜7時まで' },
  });
  startSession({ place: { kind: 'sealed', receptionNumber: number, slip: { ...slip, ...facts } } }, configuration);
  showScreen(<SealedScreen receptionNumber={number} slip={{ ...slip, ...facts }} />);
}

const openSlip = async (): Promise<HTMLElement> => {
  await userEvent.click(screen.getByRole('button', { name: '受付票を印刷' }));
  return screen.findByRole('dialog', { name: '受付票' });
};

describe('after the seal', () => {
  it('the resident is told what comes next by the way in which the card comes', () => {
    show();
    expect(screen.getByRole('heading', { name: number })).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '受付番号のQRコード' })).toBeInTheDocument();
    expect(screen.getByText(/窓口へお越しください/)).toBeInTheDocument();
  });

  it('what to bring stands on the screen too, for whoever takes it along as a picture', () => {
    show({ kind: 'reissue', isAccompanied: true });
    for (const words of [/今のマイナンバーカード/, /法定代理人の方/, /再交付の手数料/, /見本市役所 市民課/]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
  });

  it('a mailed card is said to be mailed', () => {
    show({ method: 'verifyAtApplication' });
    expect(screen.getByText(/カードがご自宅に郵便で届きます/)).toBeInTheDocument();
    expect(screen.queryByText(/窓口へお越しください/)).toBeNull();
  });

  it('the slip holds the number, what to bring, where and whom to ask, and is printed on the paper that was chosen', async () => {
    show();
    const dialog = await openSlip();
    for (const words of [number, '通知カード', '本庁舎1階 市民課', '平日は夜7時まで', '見本市役所 市民課']) {
      expect(dialog).toHaveTextContent(words);
    }
    await userEvent.click(within(dialog).getByRole('radio', { name: 'A5' }));
    const sheets = document.querySelectorAll('article[data-paper="a5"]');
    expect(sheets, 'one to look at, one for the printer').toHaveLength(2);
    await userEvent.click(within(dialog).getByRole('button', { name: '印刷する' }));
    expect(printPage).toHaveBeenCalledExactlyOnceWith({ widthMm: 148, heightMm: 210 });
  });

  it('a resident of another municipality is sent to that one', async () => {
    show({ destination: otherMunicipality });
    expect(await openSlip()).toHaveTextContent('隣市役所 市民課');
    for (const here of ['本庁舎1階 市民課', '平日は夜7時まで']) expect(screen.queryByText(here)).toBeNull();
    expect(screen.getAllByText(/隣市の窓口へお越しください/).length).toBeGreaterThan(0);
  });
});
