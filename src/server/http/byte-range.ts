export type RangeReading =
  | { readonly kind: 'whole' }
  /** From the first byte up to, not including, `to`. */
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * Reads a Range header for a file of this length (RFC 9110, 14.2): one range of bytes. Several ranges, other units
 * and anything malformed are answered with the whole file, as the standard allows.
 */
export function readRange(header: string | undefined, byteLength: number): RangeReading {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [first, last] = [found?.[1] ?? '', found?.[2] ?? ''];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') return partOf(Math.max(0, byteLength - Number(last)), byteLength, byteLength);
  if (last !== '' && Number(last) < Number(first)) return { kind: 'whole' };
  return partOf(Number(first), last === '' ? byteLength : Math.min(byteLength, Number(last) + 1), byteLength);
}

function partOf(from: number, to: number, byteLength: number): RangeReading {
  return from >= byteLength || from >= to ? { kind: 'unsatisfiable' } : { kind: 'part', from, to };
}
