import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { entryLimitOf, piecesOf, readTransfer, type TransferPiece } from '../../sealing/transfer/read-transfer';
import type { ByteSource, ScannedEntry } from '../../sealing/transfer/scan-zip';
import { CommandFailure, findSystemCode } from '../failure';
import { getFile } from '../files/durable-file';

const endings = /\.(age|jws|void)$/;

/**
 * Reads what was named, piece by piece: a part of a transfer; or a folder into which somebody unpacked one, or the
 * files of one envelope in it, of which any may be named. Throws `file-missing` or `file-unreadable` where there is
 * nothing to read.
 */
export async function* readNamed(path: string): AsyncGenerator<TransferPiece, void, undefined> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind) throw new CommandFailure('file-missing', `There is no file ${path}.`);
  if (kind.isDirectory()) yield* piecesOf(readFolder(path, () => true));
  else if (endings.test(path)) yield* piecesOf(readFolder(dirname(path), (name) => stemOf(name) === stemOf(basename(path))));
  else yield* readPart(path);
}

async function* readPart(path: string): AsyncGenerator<TransferPiece, void, undefined> {
  const file = await open(path).catch((error: unknown) => {
    const reason = findSystemCode(error) ?? 'unknown reason';
    throw new CommandFailure('file-unreadable', `${path} cannot be read (${reason}).`, { cause: error });
  });
  try {
    const { size } = await file.stat();
    const read: ByteSource['read'] = async (offset, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return bytesRead === length ? bytes : bytes.slice(0, bytesRead);
    };
    yield* readTransfer({ size, read });
  } finally {
    await file.close();
  }
}

/** The files of a folder as the entries that they were, one in memory at a time; by name, so that an envelope's lie together. */
async function* readFolder(folder: string, isWanted: (name: string) => boolean): AsyncGenerator<ScannedEntry, void, undefined> {
  const names = await readdir(folder);
  for (const name of names.filter((name) => endings.test(name) && !name.startsWith('.') && isWanted(name)).sort()) {
    const file = join(folder, name);
    const facts = await stat(file).catch(() => undefined);
    if (facts?.isFile()) yield await readEntry(name, file, facts.size);
  }
}

async function readEntry(name: string, file: string, size: number): Promise<ScannedEntry> {
  const limit = entryLimitOf(name);
  if (limit === undefined) return { kind: 'damaged', name, damage: 'unsupported' };
  if (size > limit) return { kind: 'damaged', name, damage: 'altered' };
  return { kind: 'entry', name, bytes: new Uint8Array(await getFile(file)) };
}

function stemOf(name: string): string {
  return name.replace(endings, '');
}
