/**
 * Something that must not be found in a profile.
 *
 * How long a run of a text must be before it is a find is a matter of chance. In random bytes a run of n given ASCII
 * characters comes up once in 256^n places, in text of the same alphabet far more often: four digits of an
 * application ID stand somewhere in any megabyte. With some 100 places of a secret to begin at, a few megabytes of
 * changing content and a few hundred searches, a run is a find by itself (`aloneFrom`)
 *   - from 4 characters of Japanese (12 bytes),
 *   - from 6 of a mail address (48 bits; in base64 text 36),
 *   - from 8 digits.
 * Shorter runs, from 4 characters on, count together: two different parts of one secret within `neighbourBytes`
 * whose lengths add up to `aloneFrom` + `togetherMargin` are a find as well.
 */
export type Secret =
  | { readonly kind: 'text'; readonly name: string; readonly spelling: string; readonly aloneFrom: number }
  /** Found only as a whole, and not within a longer number: dates are too short for parts of them to mean anything. */
  | { readonly kind: 'exact'; readonly name: string; readonly spelling: string }
  /** Found by any `photoWindowBytes` bytes in a row that are not all alike. */
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Buffer };

export const shortestRunCharacters = 4;
export const togetherMargin = 4;
export const neighbourBytes = 256;
export const photoWindowBytes = 64;
/** Fewer different byte values than this in a window are padding or a flat area that any picture may hold. */
export const distinctBytesOfWindow = 24;
