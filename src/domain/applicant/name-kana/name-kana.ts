import { type Composing, compose, findKanaReading, finishedReading, nothingComposed } from './composed-reading';
import { findReplacement, readingOfPieces, type ReadPiece, replaceIn, textOfPieces } from './read-pieces';

/**
 * A name and its ふりがな, which follows what an input method composed before it was converted to 漢字:
 *
 *   started ─▶ composed … written … ─▶ ended        as browsers tell of a composition; in some `written` comes last
 *   written                                          typed without an input method, pasted, erased
 *   kanaWritten                                      by hand: from then on it is the person's, until it is empty
 */
export interface NameKana {
  /** As the field holds it, untouched. */
  readonly name: string;
  readonly kana: string;
  /** The name in parts as they were entered, without what is being composed. */
  readonly pieces: readonly ReadPiece[];
  readonly composing: Composing | undefined;
  readonly isKanaByHand: boolean;
}

export type NameKanaEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'composed' | 'ended'; readonly text: string }
  | { readonly kind: 'written'; readonly name: string }
  | { readonly kind: 'kanaWritten'; readonly kana: string };

/** A name and kana that are there already; kana that is there is never changed. */
export function beginNameKana(name: string, kana: string): NameKana {
  const pieces = name === '' ? [] : [{ text: name, reading: '' }];
  return { name, kana, pieces, composing: undefined, isKanaByHand: kana !== '' };
}

export function followName(state: NameKana, event: NameKanaEvent): NameKana {
  switch (event.kind) {
    case 'started':
      return { ...state, composing: nothingComposed };
    case 'composed':
      return withKana(composed(state, event.text));
    case 'ended':
      return withKana(ended(state, event.text));
    case 'written':
      return withKana(written(state, event.name));
    case 'kanaWritten':
      return kanaWritten(state, event.kana);
  }
}

function composed(state: NameKana, text: string): NameKana {
  const isFirst = state.composing === nothingComposed;
  const pieces = isFirst ? takeBack(state.pieces, text) : state.pieces;
  return { ...state, pieces, composing: compose(state.composing ?? nothingComposed, text) };
}

function ended(state: NameKana, text: string): NameKana {
  const { pieces, name, composing = nothingComposed } = state;
  if (text === '') return { ...state, composing: undefined };
  const before = textOfPieces(pieces);
  const found = findReplacement(before, name);
  const from = name === before ? before.length : found.from;
  const reading = readingOfCommitted(compose(composing, text), text);
  const committed = replaceIn(pieces, { from, removed: found.removed, inserted: text }, reading);
  // What is still being composed behind it is on its own from here on.
  const rest = found.inserted.startsWith(text) ? found.inserted.slice(text.length) : '';
  const behind = { from: from + text.length, removed: 0, inserted: rest };
  const all = replaceIn(takeBack(committed, rest), behind, findKanaReading(rest) ?? '');
  return { ...state, pieces: all, composing: undefined };
}

/** Latin letters, digits and signs have no reading. */
const readByNobody = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u;

function readingOfCommitted(composing: Composing, text: string): string {
  const own = findKanaReading(text);
  if (own !== undefined) return own;
  return readByNobody.test(text) ? '' : finishedReading(composing);
}

function written(state: NameKana, name: string): NameKana {
  if (state.composing) return { ...state, name };
  const place = findReplacement(textOfPieces(state.pieces), name);
  const pieces = takeBack(state.pieces, place.inserted);
  return { ...state, name, pieces: replaceIn(pieces, place, findKanaReading(place.inserted) ?? '') };
}

/**
 * Some input methods end a composition with its first part converted and go on with the rest at once: that rest is
 * then not part of how the first was read.
 */
function takeBack(pieces: readonly ReadPiece[], text: string): readonly ReadPiece[] {
  const last = pieces.at(-1);
  const rest = findKanaReading(text) ?? '';
  if (!last || rest.length < 2 || rest.length >= last.reading.length || !last.reading.endsWith(rest)) return pieces;
  return [...pieces.slice(0, -1), { ...last, reading: last.reading.slice(0, -rest.length) }];
}

function kanaWritten(state: NameKana, kana: string): NameKana {
  const pieces = kana === '' ? state.pieces.map(({ text }) => ({ text, reading: '' })) : state.pieces;
  return { ...state, kana, pieces, isKanaByHand: kana !== '' };
}

function withKana(state: NameKana): NameKana {
  const { pieces, name, composing, isKanaByHand } = state;
  if (isKanaByHand) return state;
  const shown = composing ? replaceIn(pieces, findReplacement(textOfPieces(pieces), name), composing.reading) : pieces;
  return { ...state, kana: readingOfPieces(shown) };
}
