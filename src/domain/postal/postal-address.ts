/** What a postal code stands for: a town of a municipality. `town` is empty where the code is the whole municipality's. */
export interface PostalAddress {
  readonly prefecture: string;
  /** 市区町村, with 郡 and 政令市's 区 as post is addressed. */
  readonly city: string;
  readonly town: string;
}

/** What was found for a code; `unavailable` where the tablet's list cannot be read. */
export type PostalFinding =
  { readonly kind: 'found'; readonly addresses: readonly PostalAddress[] } | { readonly kind: 'unavailable' };

/** The address up to its town, as it is written. */
export function addressText({ prefecture, city, town }: PostalAddress): string {
  return prefecture + city + town;
}

/** Seven digits of what was typed or pasted – 〒, hyphens, full width –; undefined while they are not complete. */
export function findPostalDigits(written: string): string | undefined {
  const digits = written.normalize('NFKC').replace(/[\s\p{Dash}ー‐・.〒]/gu, '');
  return /^\d{7}$/.test(digits) ? digits : undefined;
}
