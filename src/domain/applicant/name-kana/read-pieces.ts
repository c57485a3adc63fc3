import { findKanaReading } from './composed-reading';

/** A part of a name as it was entered, and how it is read; no reading where nobody knows it. */
export interface ReadPiece {
  readonly text: string;
  readonly reading: string;
  /** Something of it was erased: its reading holds only if the rest is entered again. */
  readonly isCut?: boolean;
}

export interface Replacement {
  readonly from: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The one place at which two texts differ. */
export function findReplacement(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, removed: before.length - from - end, inserted: after.slice(from, after.length - end) };
}

/** The pieces after something was put in the place of something else. */
export function replaceIn(pieces: readonly ReadPiece[], place: Replacement, reading: string): readonly ReadPiece[] {
  const { from, removed, inserted } = place;
  const isCut = removed > 0;
  const before = slicePieces(pieces, 0, from, isCut);
  const after = slicePieces(pieces, from + removed, Number.POSITIVE_INFINITY, isCut);
  const last = before.at(-1);
  if (inserted === '') return [...before, ...after];
  if (!last?.isCut) return [...before, { text: inserted, reading }, ...after];
  // The reading of a cut piece is kept where what is entered now is how it ended.
  const isSame = reading !== '' && last.reading.endsWith(reading);
  const kept = { text: last.text, reading: isSame ? last.reading : '' };
  return [...before.slice(0, -1), kept, { text: inserted, reading: isSame ? '' : reading }, ...after];
}

export function textOfPieces(pieces: readonly ReadPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

export function readingOfPieces(pieces: readonly ReadPiece[]): string {
  return pieces
    .map(({ reading }) => reading)
    .join('')
    .trim();
}

/** The pieces between two places. Of a converted piece that lies across, the reading goes to its beginning. */
function slicePieces(pieces: readonly ReadPiece[], from: number, to: number, isCut: boolean): readonly ReadPiece[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    const text = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text === '') return [];
    if (text === piece.text) return [piece];
    const own = piece.reading === '' ? '' : findKanaReading(text);
    if (own !== undefined) return [{ text, reading: own }];
    return [{ text, reading: start >= from ? piece.reading : '', isCut }];
  });
}
