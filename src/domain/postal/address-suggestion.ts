import { addressText, type PostalAddress } from './postal-address';

export interface SuggestionFacts {
  readonly address: string;
  /** What was filled in last, as it was filled in; undefined where nothing was. */
  readonly filled: string | undefined;
}

/**
 * What to do with the addresses of a complete postal code: `fill` at once, let somebody `choose` (where `replaces`,
 * what is written by hand would go, so it is never done unasked), or leave it (`settled`, `none` known).
 */
export type AddressSuggestion =
  | { readonly kind: 'fill'; readonly text: string }
  | { readonly kind: 'choose'; readonly texts: readonly string[]; readonly replaces: boolean }
  | { readonly kind: 'settled' | 'none' };

export function suggestAddress(found: readonly PostalAddress[], { address, filled }: SuggestionFacts): AddressSuggestion {
  const texts = [...new Set(found.map(addressText))];
  const [only] = texts;
  if (only === undefined) return { kind: 'none' };
  const written = address.trim();
  const isOurs = written === '' || written === filled;
  if (!isOurs) {
    if (texts.some((text) => written.startsWith(text))) return { kind: 'settled' };
    return { kind: 'choose', texts, replaces: true };
  }
  if (texts.length === 1) return written === only ? { kind: 'settled' } : { kind: 'fill', text: only };
  return texts.includes(written) ? { kind: 'settled' } : { kind: 'choose', texts, replaces: false };
}
