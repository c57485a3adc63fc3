import { beginText, endText, moveText, PDFDocument, type PDFName, type PDFPage, rgb, setFontAndSize, showText } from 'pdf-lib';
import { create } from 'qrcode';
import { type DayCardFacts, dayCardWords } from './day-card-words';
import { addJapaneseFont, japaneseText, useFontOn } from './japanese-font';

const pointsPerMm = 72 / 25.4;
/** A6 upright: it fits a card holder, not a tablet's sleeve. */
const card = { widthMm: 105, heightMm: 148 };
const marginMm = 10;
const codeMm = 62;
const quietModules = 4;

/** The day card as a PDF of one page. Its QR is the only copy of the roster's key. */
export async function makeDayCardPdf(facts: DayCardFacts): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([card.widthMm * pointsPerMm, card.heightMm * pointsPerMm]);
  const font = useFontOn(page, addJapaneseFont(pdf));
  const write = writer(page, font);
  const { heading, lines, notes } = dayCardWords(facts);
  write(heading, { y: 17, size: 16 });
  lines.forEach((line, index) => write(line, { y: 27 + index * 6.5, size: index === 0 ? 9 : 12 }));
  drawCode(page, facts.code, { xMm: (card.widthMm - codeMm) / 2, yMm: 52 });
  notes.forEach((note, index) => write(note, { y: 124 + index * 4.6, size: 8 }));
  return pdf.save();
}

function writer(page: PDFPage, font: PDFName) {
  return (text: string, { y, size }: { readonly y: number; readonly size: number }): void => {
    const [x, fromBottom] = [marginMm * pointsPerMm, (card.heightMm - y) * pointsPerMm];
    page.pushOperators(beginText(), setFontAndSize(font, size), moveText(x, fromBottom), showText(japaneseText(text)), endText());
  };
}

function drawCode(page: PDFPage, text: string, { xMm, yMm }: { readonly xMm: number; readonly yMm: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const moduleMm = codeMm / (modules.size + 2 * quietModules);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 1) continue;
      page.drawRectangle({
        x: (xMm + (column + quietModules) * moduleMm) * pointsPerMm,
        y: (card.heightMm - yMm - (row + 1 + quietModules) * moduleMm) * pointsPerMm,
        width: moduleMm * pointsPerMm,
        height: moduleMm * pointsPerMm,
        color: rgb(0, 0, 0),
      });
    }
  }
}
