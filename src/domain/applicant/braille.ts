import { wholeKana } from './kana';

export const longestBraille = 24;

export type BrailleReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly characters: number }
  | { readonly kind: 'invalid'; readonly problem: 'tooLong' | 'notKana'; readonly characters: number };

/** Hiragana, katakana, the long mark, a space. */
const brailleText = /^[\u3041-\u3096\u30a1-\u30fa\u30fcー ]+$/u;

/**
 * Characters of a name as the field for 点字 counts them: a kana is one, and 濁点 or 半濁点 is one more (が is two,
 * as it is two cells in braille and two characters in half-width kana); small ゃゅょっ, ー and a space are one each.
 * However it was typed – half width, full width, mark apart – it counts the same.
 */
export function countBraille(written: string): number {
  return Array.from(wholeKana(written.trim()).replace(/\s+/gu, ' ').normalize('NFD')).length;
}

/** Reads the name to be shown in braille (氏名の点字表記): kana, at most 24 characters. */
export function readBraille(written: string): BrailleReading {
  const text = wholeKana(written).replace(/\s+/gu, ' ').trim();
  const characters = countBraille(text);
  if (text === '') return { kind: 'none' };
  if (!brailleText.test(text)) return { kind: 'invalid', problem: 'notKana', characters };
  return characters > longestBraille ? { kind: 'invalid', problem: 'tooLong', characters } : { kind: 'text', text, characters };
}
