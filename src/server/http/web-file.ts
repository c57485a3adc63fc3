import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
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

/** Reads a file of the web folder by its URL path; undefined for whatever is not an ordinary file inside it. */
export async function findWebFile(webFolder: string, urlPath: string): Promise<WebFile | undefined> {
  const segments = decodeSegments(urlPath);
  if (!segments) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(webFolder), realpath(join(webFolder, ...segments))]);
    if (!file.startsWith(root + sep)) return undefined;
    const { mtimeMs, size } = await stat(file);
    const bytes = new Uint8Array(await readFile(file));
    const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
    return { bytes, mediaType, etag: `W/"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"` };
  } catch {
    return undefined;
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
