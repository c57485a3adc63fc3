import { v7 as uuidv7 } from 'uuid';
import { transferEntryName } from '../../../src/protocol/transfer/transfer-entries';
import { readTransfer, type TransferPiece } from '../../../src/sealing/transfer/read-transfer';
import type { ByteSource } from '../../../src/sealing/transfer/scan-zip';
import { StoredZip } from '../../../src/sealing/transfer/stored-zip';

/** A file that lies in memory. */
export function sourceOf(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.byteLength,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

export async function piecesOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TransferPiece[]> {
  const pieces: TransferPiece[] = [];
  for await (const piece of readTransfer(sourceOf(bytes))) pieces.push(piece);
  return pieces;
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(chunks));
}

export interface Packed {
  readonly envelopeId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifestJws: string;
}

/** An item as far as the container looks at it. */
export function anItem(bytes: Uint8Array<ArrayBuffer>): Packed {
  const envelopeId = uuidv7();
  return { envelopeId, bytes, manifestJws: `aa.${envelopeId}.cc` };
}

/** A part without an index, and where each item's last byte lies. */
export function packItems(items: readonly Packed[]): { file: Uint8Array<ArrayBuffer>; ends: readonly number[] } {
  const zip = new StoredZip();
  const chunks: Uint8Array[] = [];
  const ends: number[] = [];
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  for (const { envelopeId, bytes, manifestJws } of items) {
    chunks.push(...zip.entry(transferEntryName(envelopeId, 'age'), bytes));
    chunks.push(...zip.entry(transferEntryName(envelopeId, 'jws'), encode(manifestJws)));
    ends.push(joined(chunks).byteLength);
  }
  return { file: joined([...chunks, ...zip.end()]), ends };
}
