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
 * is 23 long and no other is as long as a 個人番号. Never throws; never takes part of a longer run.
 */
export function readFormQr(payload: string, allowedHosts: readonly string[]): FormQrReading {
  const text = payload.trim();
  if (holdsPersonalNumber(text)) return { kind: 'personalNumber' };
  if (/^\d+$/.test(text)) return readDigits(text);
  const url = /^https:\/\/([a-z0-9.-]+)(?:[/?#](\S*))?$/i.exec(text);
  if (!url || !allowedHosts.includes((url[1] ?? '').toLowerCase())) return unknown;
  const longRuns = ((url[2] ?? '').match(/\d+/g) ?? []).filter((run) => run.length >= 12);
  return longRuns.length === 1 ? readDigits(longRuns[0] ?? '') : unknown;
}

/** Whether a text is, or carries, a run of exactly 12 digits: the length of a 個人番号. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  const isGroupedNumber = /^\d{4}[\s-]?\d{4}[\s-]?\d{4}$/.test(plain);
  return isGroupedNumber || /(?<!\d)\d{12}(?!\d)/.test(plain);
}

function readDigits(digits: string): FormQrReading {
  const applicationId = parseApplicationId(digits);
  return applicationId ? { kind: 'applicationId', applicationId } : unknown;
}
