import { approvalMark, stampPlace } from './approval-mark';
import { type Drawing, type DrawnLine, type DrawnText, polygon } from './drawing';
import type { ReplyEnvelope } from './reply-envelope';
import { type FormWords, guidance } from './form-words';

/*
 * One A4 sheet: what is cut out folds to an envelope of 180 × 115 mm, within 定形郵便物 (90 × 140 to 120 × 235 mm); a
 * form of A4 lies in it folded twice. Solid lines are cut, dashed ones folded; in mm from the sheet's top left.
 *
 *        ┌────────┐   flap
 *       ┌──────────┐
 *       │   face   │
 *     ┌─┼──────────┼─┐
 *     │ │   back   │ │ glue
 *     └─┴──────────┴─┘
 */
const sheetMm = { widthMm: 210, heightMm: 297 };
export const faceMm = { left: 15, top: 28, right: 195, bottom: 143 } as const;
const backBottomMm = faceMm.bottom + (faceMm.bottom - faceMm.top);
const flapMm = { top: 8, inset: 4, glue: 8, slant: 4 } as const;
const cutMm = 0.3;
export const rulerMm = 50;

/** The form of one envelope; the date as it is to be read, undefined where none is set. */
export function replyEnvelopeForm(envelope: ReplyEnvelope, words: FormWords): Drawing {
  const { left, top, right, bottom } = faceMm;
  const glueLeft = left - flapMm.glue;
  const glueRight = right + flapMm.glue;
  const outline = polygon(
    [
      [left + flapMm.inset, flapMm.top],
      [right - flapMm.inset, flapMm.top],
      [right, top],
      [right, bottom],
      [glueRight, bottom + flapMm.slant],
      [glueRight, backBottomMm - flapMm.slant],
      [right, backBottomMm],
      [left, backBottomMm],
      [glueLeft, backBottomMm - flapMm.slant],
      [glueLeft, bottom + flapMm.slant],
      [left, bottom],
      [left, top],
    ],
    cutMm,
  );
  const folds = [
    fold([left, top], [right, top]),
    fold([left, bottom], [right, bottom]),
    fold([left, bottom], [left, backBottomMm]),
    fold([right, bottom], [right, backBottomMm]),
  ];
  const corner = { right: right - 12, top: top + 6 };
  const mark = envelope.approval ? approvalMark(envelope.approval, words.validUntil, corner) : stampPlace(corner);
  return {
    ...sheetMm,
    lines: [...outline, ...folds, ...mark.lines, ...ruler()],
    texts: [...mark.texts, ...addressee(envelope), ...senderLines(), ...guidanceLines(words)],
  };
}

function fold(from: DrawnLine['from'], to: DrawnLine['to']): DrawnLine {
  return { from, to, widthMm: 0.2, isDashed: true };
}

const longestLineMm = 140;

function addressee({ postalCode, addressee: lines }: ReplyEnvelope): readonly DrawnText[] {
  const longest = Math.max(...lines.map((line) => line.length));
  const sizeMm = Math.min(5.5, longestLineMm / longest);
  const code = `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)}`;
  const rows = lines.map((text, index): DrawnText => ({ xMm: faceMm.left + 20, yMm: 92 + index * 9.5, sizeMm, text }));
  return [{ xMm: faceMm.left + 20, yMm: 80, sizeMm: 8, text: code }, ...rows];
}

/** On the back, which is read with the flap on top: turned on the sheet. */
function senderLines(): readonly DrawnText[] {
  const words = [guidance.sender, guidance.senderPostalCode, guidance.senderAddress, guidance.senderName];
  const rows = words.map((text, index): DrawnText => turned(text, 30 + index * 13, index === 0 ? 5 : 4.5));
  return [...rows, turned(guidance.contents, 100, 4)];
}

function turned(text: string, downMm: number, sizeMm: number): DrawnText {
  return { xMm: faceMm.right - 15, yMm: backBottomMm - downMm, sizeMm, text, isTurned: true };
}

function guidanceLines({ validUntil, mark }: FormWords): readonly DrawnText[] {
  const dated = validUntil === undefined ? [] : [guidance.validUntil(validUntil)];
  const lines = [...dated, ...guidance.steps];
  const rows = lines.map((text, index): DrawnText => ({ xMm: 15, yMm: 267 + index * 5.4, sizeMm: 3.5, text }));
  const glue = [11.8, 198.2].map((xMm): DrawnText => ({
    xMm,
    yMm: 200,
    sizeMm: 3,
    text: guidance.glue,
    anchor: 'middle',
    isUpright: true,
  }));
  const scale: DrawnText = { xMm: 170, yMm: 287, sizeMm: 3, text: `${String(rulerMm)} mm`, anchor: 'middle' };
  return [...rows, ...glue, scale, { xMm: 195, yMm: 267, sizeMm: 3.5, text: mark, anchor: 'end' }];
}

/** Tells whether the sheet was printed at its size. */
function ruler(): readonly DrawnLine[] {
  const [left, y] = [145, 288];
  const ends = [left, left + rulerMm].map((x): DrawnLine => ({ from: [x, y], to: [x, y - 3], widthMm: 0.2 }));
  return [{ from: [left, y], to: [left + rulerMm, y], widthMm: 0.2 }, ...ends];
}
