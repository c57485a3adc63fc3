import { readVarint } from './varint';

const largestOutputBytes = 64 * 1024 * 1024;

/**
 * Decompresses Snappy's raw format from an offset on. What follows the compressed bytes is ignored, because inside
 * a profile nothing says where they end; damaged or cut input gives what could be read before the damage.
 * Undefined where not even a length is there.
 */
export function decompressSnappy(input: Uint8Array, from = 0): Uint8Array | undefined {
  const length = readVarint(input, from);
  if (!length || length.value === 0 || length.value > largestOutputBytes) return undefined;
  const output = new Uint8Array(length.value);
  let at = length.next;
  let filled = 0;
  while (filled < output.length && at < input.length) {
    const element = readElement(input, at);
    if (!element || filled + element.length > output.length) break;
    if (element.kind === 'literal') {
      const literal = input.subarray(element.next, element.next + element.length);
      output.set(literal, filled);
      filled += literal.length;
      at = element.next + literal.length;
    } else {
      if (element.offset === 0 || element.offset > filled) break;
      for (let index = 0; index < element.length; index += 1) {
        output[filled + index] = output[filled + index - element.offset] ?? 0;
      }
      filled += element.length;
      at = element.next;
    }
  }
  return output.subarray(0, filled);
}

type Element =
  | { readonly kind: 'literal'; readonly length: number; readonly next: number }
  | { readonly kind: 'copy'; readonly length: number; readonly offset: number; readonly next: number };

/** One element of the format: google/snappy format_description.txt, section 2. */
function readElement(input: Uint8Array, at: number): Element | undefined {
  const tag = input[at] ?? 0;
  const littleEndian = (width: number): number | undefined => {
    if (at + 1 + width > input.length) return undefined;
    let value = 0;
    for (let index = width; index > 0; index -= 1) value = value * 256 + (input[at + index] ?? 0);
    return value;
  };
  if ((tag & 3) === 0) {
    const short = tag >>> 2;
    const width = Math.max(0, short - 59);
    const length = width === 0 ? short : littleEndian(width);
    return length === undefined ? undefined : { kind: 'literal', length: length + 1, next: at + 1 + width };
  }
  const width = [0, 1, 2, 4][tag & 3] ?? 0;
  const low = littleEndian(width);
  if (low === undefined) return undefined;
  const isShort = width === 1;
  const length = isShort ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
  return { kind: 'copy', length, offset: isShort ? (tag >>> 5) * 256 + low : low, next: at + 1 + width };
}
