import type { ModelFile } from 'virtual:model-files';
import { ModelsFailure } from './models-failure';

/** What the store needs of the browser. */
export interface ModelPorts {
  readonly cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** SHA-256. */
  readonly digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** What a network that breaks every minute still brings whole. */
const pieceBytes = 1024 * 1024;

/** The files that are not on the tablet yet. Only what was verified lies under its own path. */
export async function missingModels({ cache }: ModelPorts, files: readonly ModelFile[]): Promise<readonly ModelFile[]> {
  const found = await Promise.all(files.map(async ({ path }) => (await cache.match(path)) !== undefined));
  return files.filter((_, index) => !found[index]);
}

/**
 * Fetches a file piece by piece, each kept at once, so that what was cut off goes on where it was; then verifies
 * length and digest, and puts it under its path. `onBytes` is told of every piece, kept ones too. Rejects with a
 * ModelsFailure; the pieces stay, unless the digest was wrong.
 */
export async function storeModel(ports: ModelPorts, file: ModelFile, onBytes: (bytes: number) => void): Promise<void> {
  const { cache } = ports;
  const bytes = new Uint8Array(file.byteLength);
  for (const piece of piecesOf(file)) {
    const content = (await readPiece(cache, piece)) ?? (await fetchPiece(ports, piece));
    bytes.set(content, piece.from);
    onBytes(content.byteLength);
  }
  const isRight = hexOf(await ports.digest(bytes)) === file.sha256;
  if (isRight) await put(cache, file.path, new Response(bytes, { headers: { 'Content-Type': mediaTypeOf(file.path) } }));
  for (const { address } of piecesOf(file)) await cache.delete(address);
  if (!isRight) throw new ModelsFailure('wrongDigest');
}

/** Removes what belongs to no file of this set: the models of earlier versions, and pieces of such. */
export async function removeOtherModels({ cache }: ModelPorts, files: readonly ModelFile[]): Promise<void> {
  const paths = files.map(({ path }) => path);
  for (const request of await cache.keys()) {
    if (!paths.includes(new URL(request.url).pathname)) await cache.delete(request);
  }
}

interface Piece {
  readonly path: string;
  /** Where the piece is kept until the file is whole. */
  readonly address: string;
  readonly from: number;
  readonly to: number;
  readonly fileBytes: number;
}

function piecesOf({ path, byteLength }: ModelFile): readonly Piece[] {
  return Array.from({ length: Math.ceil(byteLength / pieceBytes) }, (_, index) => {
    const from = index * pieceBytes;
    const to = Math.min(byteLength, from + pieceBytes);
    return { path, address: `${path}?from=${from}`, from, to, fileBytes: byteLength };
  });
}

async function readPiece(cache: ModelPorts['cache'], { address, from, to }: Piece): Promise<Uint8Array | undefined> {
  const kept = await cache.match(address);
  const content = kept && new Uint8Array(await kept.arrayBuffer());
  return content?.byteLength === to - from ? content : undefined;
}

async function fetchPiece({ cache, fetch }: ModelPorts, piece: Piece): Promise<Uint8Array> {
  const { path, address, from, to, fileBytes } = piece;
  // Kept by us alone: the browser's own cache would hold all of it a second time.
  const init: RequestInit = { headers: { Range: `bytes=${from}-${to - 1}` }, cache: 'no-store', credentials: 'omit' };
  const response = await fetch(path, init).catch(() => {
    throw new ModelsFailure('unreachable');
  });
  // Some proxies know no ranges and send everything; a captive portal sends a page of its own.
  const isPart = response.status === 206 && response.headers.get('content-range') === `bytes ${from}-${to - 1}/${fileBytes}`;
  if (!isPart && response.status !== 200) throw new ModelsFailure('server');
  const received = new Uint8Array(
    await response.arrayBuffer().catch(() => {
      throw new ModelsFailure('unreachable');
    }),
  );
  const content = isPart ? received : received.slice(from, to);
  if (content.byteLength !== to - from || (!isPart && received.byteLength !== fileBytes)) throw new ModelsFailure('server');
  await put(cache, address, new Response(content));
  return content;
}

async function put(cache: ModelPorts['cache'], address: string, response: Response): Promise<void> {
  await cache.put(address, response).catch(() => {
    throw new ModelsFailure('storageFull');
  });
}

function mediaTypeOf(path: string): string {
  if (path.endsWith('.wasm')) return 'application/wasm';
  return path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
