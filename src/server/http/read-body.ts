import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { AppEnv } from './app-env';

export type BodyReading =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Too many bytes or too few. */
  | { readonly kind: 'otherSize' }
  | { readonly kind: 'otherDigest' }
  /** The sender went away. */
  | { readonly kind: 'aborted' };

/**
 * Reads a body that must have exactly `size` bytes with this SHA-256 (base64url), into one buffer of that size, and
 * takes the digest while it arrives. Stops at the first byte too many; a declared length that differs is refused
 * before anything is read.
 */
export async function readExactBody(
  context: Context<AppEnv>,
  { size, digest }: { readonly size: number; readonly digest: string },
): Promise<BodyReading> {
  const declared = context.req.header('content-length');
  if (declared !== undefined && Number(declared) !== size) return { kind: 'otherSize' };
  // Of its own memory, which can be given away to another thread.
  const bytes = Buffer.allocUnsafeSlow(size);
  const hash = createHash('sha256');
  let filled = 0;
  // From the socket where there is one: the web stream over it costs as much again.
  const body = incomingOf(context.env) ?? context.req.raw.body;
  if (!body) return { kind: 'otherSize' };
  try {
    for await (const chunk of body) {
      if (filled + chunk.byteLength > size) return { kind: 'otherSize' };
      bytes.set(chunk, filled);
      hash.update(chunk);
      filled += chunk.byteLength;
    }
  } catch {
    return { kind: 'aborted' };
  }
  if (filled !== size) return { kind: 'otherSize' };
  return hash.digest('base64url') === digest ? { kind: 'read', bytes } : { kind: 'otherDigest' };
}

/** Without a socket, as in a test, there are no bindings. */
function incomingOf(bindings: AppEnv['Bindings'] | undefined): AsyncIterable<Uint8Array> | undefined {
  return bindings?.incoming;
}
