/** What an input method is composing, and how it is read as far as that was seen. */
export interface Composing {
  /** Hiragana. */
  readonly reading: string;
  /** Letters that are no kana yet: the k of か. */
  readonly halfTyped: string;
  /** The last conversion seen, which more kana may follow (macOS converts while one types). */
  readonly converted: { readonly text: string; readonly reading: string } | undefined;
}

export const nothingComposed: Composing = { reading: '', halfTyped: '', converted: undefined };

const katakana = /[\u30a1-\u30f6\u30fd\u30fe]/gu;
const kanaOnly = /^[\u3041-\u3096\u309d\u309eー・\s]*$/u;
const letterEnd = /[a-z]*$/i;

/** Kana in hiragana and full width; all else, and so every name, is left to whoever asks. */
export function toHiragana(text: string): string {
  const whole = text.normalize('NFKC');
  return whole.replace(katakana, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

/** The reading of a text that is nothing but kana (and spaces); undefined for any other. */
export function findKanaReading(text: string): string | undefined {
  const reading = toHiragana(text);
  return kanaOnly.test(reading) ? reading : undefined;
}

/** Takes the composition's text as an event brings it: kana being typed, or what it was converted to. */
export function compose(composing: Composing, text: string): Composing {
  const plain = toHiragana(text);
  const halfTyped = letterEnd.exec(plain)?.[0] ?? '';
  const rest = plain.slice(0, plain.length - halfTyped.length);
  if (!kanaOnly.test(rest)) return converted(composing, rest, halfTyped);
  const isLatinCandidate = rest === '' && halfTyped.length > 1 && composing.reading !== '';
  return isLatinCandidate ? composing : { reading: rest, halfTyped, converted: undefined };
}

/** Kana behind what was converted before is being typed; anything else is a conversion of all that was read so far. */
function converted(composing: Composing, text: string, halfTyped: string): Composing {
  const { converted: known } = composing;
  const typedAfter = known && text.startsWith(known.text) ? text.slice(known.text.length) : undefined;
  if (known && typedAfter !== undefined && kanaOnly.test(typedAfter)) {
    return { reading: known.reading + typedAfter, halfTyped, converted: known };
  }
  const reading = halfTyped === '' ? finishedReading(composing) : composing.reading;
  return { reading, halfTyped, converted: { text, reading } };
}

/** An n that nothing followed is ん: the input method completes it without a word. */
export function finishedReading({ reading, halfTyped }: Composing): string {
  return halfTyped.toLowerCase() === 'n' ? `${reading}ん` : reading;
}
