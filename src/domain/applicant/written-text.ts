import { holdsPersonalNumber } from '../form/form-qr';

export type TextProblem =
  | 'tooLong'
  /** Twelve digits in a row: a 個人番号 has no business here, so it is not taken. */
  | 'personalNumber';

/** A text field read: nothing, what was written, or why it cannot stay. */
export type TextReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invalid'; readonly problem: TextProblem };

/** Longest texts, in UTF-16 units as an input counts them; a character with a variation selector takes up to four. */
export const longestTexts = { name: 300, kana: 300, address: 300 } as const;

/**
 * Reads what somebody wrote, character for character: white space around it goes, nothing within is changed.
 * Names are never normalised: 葛󠄀 is not 葛, 﨑 is not 崎, and the register knows the difference.
 */
export function readText(written: string, longest: number): TextReading {
  const text = written.trim();
  if (text === '') return { kind: 'none' };
  if (text.length > longest) return { kind: 'invalid', problem: 'tooLong' };
  return holdsPersonalNumber(text) ? { kind: 'invalid', problem: 'personalNumber' } : { kind: 'text', text };
}

/** The text of a reading; null where there is none or it cannot stay. */
export function textOf(reading: { readonly kind: string; readonly text?: string }): string | null {
  return reading.text ?? null;
}
