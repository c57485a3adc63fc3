import type { Context } from 'hono';

export type BodyReading =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'otherSize' }
  /** The sender went away. */
  | { readonly kind: 'aborted' };

/**
 * Reads a body that must have exactly `size` bytes into one buffer of that size. Stops at the first byte too
 * many; a declared length that differs is refused before anything is read.
 */
export async function readExactBody(context: Context, size: number): Promise<BodyReading> {
  const declared = context.req.header('content-length');
  if (declared !== undefined && Number(declared) !== size) return { kind: 'otherSize' };
  const bytes = new Uint8Array(size);
  let filled = 0;
  const reader = context.req.raw.body?.getReader();
  if (!reader) return { kind: 'otherSize' };
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (filled + chunk.value.byteLength > size) return { kind: 'otherSize' };
      bytes.set(chunk.value, filled);
      filled += chunk.value.byteLength;
    }
  } catch {
    return { kind: 'aborted' };
  }
  return filled === size ? { kind: 'read', bytes } : { kind: 'otherSize' };
}
