/** Papers that a resident's slip is printed on; mm, upright. A roll is as long as what is on it. */
export const slipPapers = {
  a4: { widthMm: 210, heightMm: 297 },
  a5: { widthMm: 148, heightMm: 210 },
  roll80: { widthMm: 80, heightMm: null },
} as const;
export type SlipPaper = keyof typeof slipPapers;

const pixelsPerMm = 96 / 25.4;
/** What a roll's printer leaves before it cuts. */
const feedMm = 6;

/** The sheet to print on, for content of this height on screen (CSS pixels, at true size). */
export function slipSheet(paper: SlipPaper, contentPx: number): { readonly widthMm: number; readonly heightMm: number } {
  const { widthMm, heightMm } = slipPapers[paper];
  return { widthMm, heightMm: heightMm ?? Math.ceil(contentPx / pixelsPerMm) + feedMm };
}
