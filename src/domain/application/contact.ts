export type MailReading =
  { readonly kind: 'none' } | { readonly kind: 'address'; readonly address: string } | { readonly kind: 'invalid' };

const longestMailAddress = 254;

/** Reads an optional mail address, typed in full or half width. Only its shape is judged. */
export function readMail(text: string): MailReading {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { kind: 'none' };
  const isAddress = plain.length <= longestMailAddress && /^[\x21-\x3f\x41-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(plain);
  return isAddress ? { kind: 'address', address: plain } : { kind: 'invalid' };
}

export const longestContactName = 100;
