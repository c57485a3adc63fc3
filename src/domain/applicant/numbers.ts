export type NumberReading =
  { readonly kind: 'none' } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'invalid' };

/** Digits in half width, without what people write between them. */
function plainDigits(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\s()\p{Dash}ー‐・.〒]/gu, '')
    .replace(/^\+81\(?0?/, '0');
}

/**
 * Reads a telephone number in Japan, typed in full or half width, with or without separators or +81: ten or eleven
 * digits from 0. Never twelve, so it is never a 個人番号; numbers abroad are not taken.
 */
export function readPhone(written: string): NumberReading {
  const digits = plainDigits(written);
  if (digits === '') return { kind: 'none' };
  return /^0[1-9]\d{8,9}$/.test(digits) ? { kind: 'text', text: digits } : { kind: 'invalid' };
}

/** Reads a postal code: `123-4567`. */
export function readPostalCode(written: string): NumberReading {
  const digits = plainDigits(written);
  if (digits === '') return { kind: 'none' };
  return /^\d{7}$/.test(digits) ? { kind: 'text', text: `${digits.slice(0, 3)}-${digits.slice(3)}` } : { kind: 'invalid' };
}
