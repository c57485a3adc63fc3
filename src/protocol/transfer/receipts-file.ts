import { compactJwsField } from '../fields';

/**
 * The file that answers a transfer: a first line that says what it is, then one receipt (compact JWS) a line. Lines
 * and no JSON, so that of a torn file all whole lines still count.
 */
const firstLine = 'MADOGUCHI-RECEIPTS 1';

/** More is no receipts file: some twenty thousand receipts. */
export const receiptsFileBytes = 16 * 1024 * 1024;

export const receiptsMediaType = 'text/plain;charset=utf-8';

export function formatReceiptsFile(receipts: readonly string[]): string {
  return [firstLine, ...receipts].map((line) => `${line}\n`).join('');
}

export type ReceiptsFile =
  | {
      readonly kind: 'receipts';
      /** Each once, none of them verified. */
      readonly receipts: readonly string[];
      /** Lines that are no signed message: torn or altered. */
      readonly damaged: number;
    }
  | { readonly kind: 'otherFile' };

export function parseReceiptsFile(text: string): ReceiptsFile {
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  if (first !== firstLine) return { kind: 'otherFile' };
  const written = lines.filter((line) => line !== '');
  const receipts = written.filter((line) => compactJwsField.safeParse(line).success);
  return { kind: 'receipts', receipts: [...new Set(receipts)], damaged: written.length - receipts.length };
}
