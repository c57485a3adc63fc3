import { type ApplicationId, parseApplicationId } from './application-id';

/**
 * What a scanned code turned out to be. `personalNumber` is the code on the back of an existing card, which
 * holds the 個人番号 in the clear: the reading carries nothing of the payload, so nothing of it can be kept.
 */
export type FormQrReading =
  | { readonly kind: 'applicationId'; readonly applicationId: ApplicationId }
  | { readonly kind: 'personalNumber' }
  | { readonly kind: 'unknown' };

const unknown: FormQrReading = { kind: 'unknown' };

/**
 * Reads a form's code: 23 bare digits, or an https URL on an allowed host in which exactly one run of digits
 * is 23 long and no other is as long as a 個人番号, counted after percent-decoding, because that is how the form's
 * server would read it. Never throws; never takes part of a longer run.
 */
export function readFormQr(payload: string, allowedHosts: readonly string[]): FormQrReading {
  const text = payload.trim();
  if (holdsPersonalNumber(text)) return { kind: 'personalNumber' };
  if (/^\d+$/.test(text)) return readDigits(text);
  const url = /^https:\/\/([a-z0-9.-]+)(?:[/?#]([\x21-\x7e]*))?$/i.exec(text);
  if (!url || !allowedHosts.includes((url[1] ?? '').toLowerCase())) return unknown;
  const longRuns = ((findDecoded(url[2] ?? '') ?? '').normalize('NFKC').match(/\p{Nd}+/gu) ?? []).filter(
    (run) => run.length >= 12,
  );
  return longRuns.length === 1 ? readDigits(longRuns[0] ?? '') : unknown;
}

/**
 * Whether a text is, or carries, a run of exactly 12 digits: the length of a 個人番号. Percent-encoding hides none, and
 * no neighbour that has a digit only when written otherwise, such as ㎡ (m2).
 */
export function holdsPersonalNumber(text: string): boolean {
  return [text, findDecoded(text) ?? ''].flatMap((plain) => [halfWidthDigits(plain), plain.normalize('NFKC')]).some(holdsTwelve);
}

function holdsTwelve(text: string): boolean {
  return /^\d{4}[\s-]?\d{4}[\s-]?\d{4}$/.test(text) || /(?<!\d)\d{12}(?!\d)/.test(text);
}

function halfWidthDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => digit.normalize('NFKC'));
}

/** Percent-decoded text; undefined where it cannot be decoded or is encoded twice. */
function findDecoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return /%[0-9a-f]{2}/i.test(plain.normalize('NFKC')) ? undefined : plain;
  } catch {
    return undefined;
  }
}

function readDigits(digits: string): FormQrReading {
  const applicationId = parseApplicationId(digits);
  return applicationId ? { kind: 'applicationId', applicationId } : unknown;
}
