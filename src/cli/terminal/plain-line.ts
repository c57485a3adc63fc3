const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * One line that only says what it shows: names of files and words of a server could hold line breaks, escape
 * sequences or changes of the writing direction, and so forge a report. They are shown as `\u{…}` instead.
 */
export function plainLine(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
