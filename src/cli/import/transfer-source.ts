import { open, readFile, stat } from 'node:fs/promises';
import { wireLimits } from '../../protocol/limits';
import { type TransferPiece, readTransfer } from '../../sealing/transfer/read-transfer';
import type { ByteSource } from '../../sealing/transfer/scan-zip';
import { CommandFailure, findSystemCode } from '../failure';
import { type EnvelopePair, listEnvelopePairs } from '../open/envelope-pairs';

/**
 * Reads what was named, piece by piece: a part of a transfer; or a folder (or one `.age`) into which somebody unpacked
 * one. Throws `file-missing` or `file-unreadable` where there is nothing to read.
 */
export async function* readNamed(path: string): AsyncGenerator<TransferPiece, void, undefined> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind) throw new CommandFailure('file-missing', `There is no file ${path}.`);
  if (kind.isDirectory() || /\.(age|jws)$/.test(path)) yield* readPairs(path);
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

async function* readPairs(path: string): AsyncGenerator<TransferPiece, void, undefined> {
  for (const pair of await listEnvelopePairs(path)) {
    if (pair.ageFile === undefined) yield { kind: 'damaged', name: `${pair.name}.jws`, damage: 'bytesMissing' };
    else if (pair.manifestFile === undefined) yield { kind: 'damaged', name: `${pair.name}.age`, damage: 'manifestMissing' };
    else yield await readPair(pair.name, pair.ageFile, pair.manifestFile);
  }
}

async function readPair(envelopeId: EnvelopePair['name'], ageFile: string, manifestFile: string): Promise<TransferPiece> {
  const isTooLarge =
    (await stat(ageFile)).size > wireLimits.envelopeBytes || (await stat(manifestFile)).size > wireLimits.manifestBytes;
  if (isTooLarge) return { kind: 'damaged', name: `${envelopeId}.age`, damage: 'altered' };
  const manifestJws = (await readFile(manifestFile, 'utf8')).trim();
  return { kind: 'envelope', envelopeId, manifestJws, bytes: new Uint8Array(await readFile(ageFile)) };
}
