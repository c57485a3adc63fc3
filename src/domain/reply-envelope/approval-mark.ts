import { type DrawnLine, type DrawnText, frame } from './drawing';
import { approvalWords } from './form-words';
import type { ReplyEnvelope } from './reply-envelope';

/** What the post prescribes: the frame's outer size, its line, two bars beside it. The post office approves a proof. */
export const markMm = { widthMm: 18.5, heightMm: 22.5, lineMm: 0.5, barMm: 1.1, barLengthMm: 20, barsApartMm: 2 } as const;
const pointMm = 25.4 / 72;
/** Figures of at least 12 points. */
const numberMm = 12 * pointMm;

interface Corner {
  readonly right: number;
  readonly top: number;
}
interface Mark {
  readonly lines: readonly DrawnLine[];
  readonly texts: readonly DrawnText[];
}

/** 料金受取人払郵便, top right as on an envelope that lies broad. */
export function approvalMark(
  approval: NonNullable<ReplyEnvelope['approval']>,
  validUntil: string | undefined,
  corner: Corner,
): Mark {
  const { widthMm, heightMm, lineMm } = markMm;
  const left = corner.right - widthMm;
  const inner = { widthMm: widthMm - 2, heightMm: heightMm - 2 };
  const rows: readonly (readonly [downMm: number, sizeMm: number, text: string])[] = [
    [3.6, fitting(approvalWords.heading, 2), approvalWords.heading],
    [6.8, fitting(approvalWords.office(approval.office), 2.4), approvalWords.office(approval.office)],
    [11.6, numberMm, approval.number],
    ...(validUntil === undefined
      ? []
      : ([
          [14.8, 2, approvalWords.period],
          [17.6, fitting(approvalWords.until(validUntil), 2), approvalWords.until(validUntil)],
        ] as const)),
    [20.8, 2.2, approvalWords.noStamp],
  ];
  return {
    lines: [
      ...frame(left, corner.top, markMm, lineMm),
      ...(approval.isDeferred ? frame(left + 1, corner.top + 1, inner, 0.25) : []),
      ...bars(corner),
    ],
    texts: rows.map(([down, sizeMm, text]) => middle(left + widthMm / 2, corner.top + down, sizeMm, text)),
  };
}

/** Where the stamp goes, for an envelope that the sender pays. */
export function stampPlace(corner: Corner): Mark {
  const left = corner.right - markMm.widthMm;
  const lines = frame(left, corner.top, markMm, 0.2).map((line) => ({ ...line, isDashed: true }));
  const middleMm = left + markMm.widthMm / 2;
  return { lines, texts: approvalWords.stamp.map((text, row) => middle(middleMm, corner.top + 8 + row * 4.5, 3, text)) };
}

function bars({ right, top }: Corner): readonly DrawnLine[] {
  const { barMm, barLengthMm, barsApartMm } = markMm;
  const xs = [right + 4, right + 4 + barsApartMm];
  return xs.map((x) => ({ from: [x, top], to: [x, top + barLengthMm], widthMm: barMm }));
}

const widestTextMm = 15;

/** Half-width signs are a little more than half as wide. */
function fitting(text: string, mostMm: number): number {
  const widths = Array.from(text, (sign): number => (/[ -~]/.test(sign) ? 0.58 : 1));
  return Math.min(mostMm, widestTextMm / widths.reduce((sum, width) => sum + width, 0));
}

function middle(xMm: number, yMm: number, sizeMm: number, text: string): DrawnText {
  return { xMm, yMm, sizeMm, text, anchor: 'middle' };
}
