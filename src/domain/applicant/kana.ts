import { longestTexts, readText, type TextProblem } from './written-text';

export type KanaReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invalid'; readonly problem: TextProblem | 'notKana' };

const hiragana = /[\u3041-\u3096\u309d\u309e]/gu;
const katakanaText = /^[\u30a1-\u30fa\u30fc-\u30fe・ ]+$/u;
const toKatakanaDistance = 0x60;

/** Kana in one spelling, full-width katakana, so that two people write the same name alike. Leaves all else. */
export function toKatakana(text: string): string {
  return wholeKana(text).replace(hiragana, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + toKatakanaDistance));
}

/** Reads ふりがな in hiragana, katakana or half-width katakana; one space between the parts of a name. */
export function readKana(written: string): KanaReading {
  const reading = readText(written, longestTexts.kana);
  if (reading.kind !== 'text') return reading;
  const text = toKatakana(reading.text).replace(/\s+/gu, ' ').trim();
  return katakanaText.test(text) ? { kind: 'text', text } : { kind: 'invalid', problem: 'notKana' };
}

/** Half width to full, and a voicing mark that stands alone joined to its kana. */
export function wholeKana(text: string): string {
  return text.replaceAll('゛', '\u3099').replaceAll('゜', '\u309a').normalize('NFKC');
}
