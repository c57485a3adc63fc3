import { open, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface WebFile {
  readonly byteLength: number;
  /** Reads the bytes from `from` up to, not including, `to`. */
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
  readonly mediaType: string;
  /** Changes whenever the file does. */
  readonly etag: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A path segment that names an ordinary file: not empty, hidden, `..`, a drive, or holding a separator. */
const plainSegment = /^[^./\\:\0][^/\\:\0]*$/;

/** Finds a file of the web folder by its URL path; undefined for whatever is not an ordinary file inside it. */
export async function findWebFile(webFolder: string, urlPath: string): Promise<WebFile | undefined> {
  const segments = decodeSegments(urlPath);
  if (!segments) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(webFolder), realpath(join(webFolder, ...segments))]);
    if (!file.startsWith(root + sep)) return undefined;
    const found = await stat(file);
    if (!found.isFile()) return undefined;
    const { mtimeMs, size } = found;
    const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
    const etag = `W/"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
    return { byteLength: size, read: (from, to) => readBytes(file, from, to), mediaType, etag };
  } catch {
    return undefined;
  }
}

async function readBytes(path: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function decodeSegments(urlPath: string): readonly string[] | undefined {
  try {
    const segments = urlPath.split('/').slice(1).map(decodeURIComponent);
    return segments.every((segment) => plainSegment.test(segment)) ? segments : undefined;
  } catch {
    return undefined;
  }
}
