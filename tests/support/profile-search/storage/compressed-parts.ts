import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decompressSnappy } from './snappy';

const largestOutputBytes = 64 * 1024 * 1024;
const indexedDbSnappy = Buffer.from([0xff, 0x11, 0x02]);
const gzip = Buffer.from([0x1f, 0x8b, 0x08]);
const simpleCacheMagic = Buffer.from('305c72a71b6dfbfc', 'hex');
const simpleCacheHeaderBytes = 24;

function* offsetsOf(bytes: Buffer, pattern: Buffer): Generator<number> {
  for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) yield at;
}

/** Values that IndexedDB compressed before it stored them: FF 11 02, then Snappy (blink IDBValueWrapper). */
export function* indexedDbValues(bytes: Buffer): Generator<Uint8Array> {
  for (const at of offsetsOf(bytes, indexedDbSnappy)) {
    const value = decompressSnappy(bytes, at + indexedDbSnappy.length);
    if (value && value.length > 0) yield value;
  }
}

/** Bodies compressed as they came over HTTP: gzip anywhere; deflate and Brotli, which have no mark, at a cache entry's body. */
export function* encodedBodies(bytes: Buffer): Generator<Uint8Array> {
  const cut = { maxOutputLength: largestOutputBytes, finishFlush: constants.Z_SYNC_FLUSH };
  const cutBrotli = { maxOutputLength: largestOutputBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH };
  for (const at of offsetsOf(bytes, gzip)) yield* attempt(() => inflateRawSync(bytes.subarray(gzipBodyAt(bytes, at)), cut));
  const body = findCacheBody(bytes);
  if (!body) return;
  yield* attempt(() => inflateSync(body, cut));
  yield* attempt(() => inflateRawSync(body, cut));
  yield* attempt(() => brotliDecompressSync(body, cutBrotli));
}

/** Where the deflated bytes of a gzip member begin (RFC 1952). Not gunzip: it takes what follows for a broken next member. */
function gzipBodyAt(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let body = at + 10;
  if (flags & 4) body += 2 + (bytes[body] ?? 0) + (bytes[body + 1] ?? 0) * 256;
  for (const text of [8, 16]) if (flags & text) body = bytes.indexOf(0, body) + 1;
  return flags & 2 ? body + 2 : body;
}

/** The body of an entry of Chromium's simple cache: after a header of fixed length and the entry's key. */
function findCacheBody(bytes: Buffer): Buffer | undefined {
  const isEntry = bytes.length >= simpleCacheHeaderBytes && bytes.indexOf(simpleCacheMagic) === 0;
  if (!isEntry) return undefined;
  return bytes.subarray(simpleCacheHeaderBytes + bytes.readUInt32LE(12));
}

function* attempt(decompress: () => Buffer): Generator<Uint8Array> {
  try {
    const output = decompress();
    if (output.length > 0) yield output;
  } catch {
    // Not what it looked like: most places with these bytes are no compressed body at all.
  }
}
