import { wireLimits } from '../../protocol/limits';
import { indexEntryName, transferEntryName } from '../../protocol/transfer/transfer-entries';
import { type TransferItemKind, transferPartBytes, transferPartItems } from '../../protocol/transfer/transfer-index';
import { zipEntryOverhead, zipRecordBytes } from '../../sealing/transfer/stored-zip';

/** What is to leave in a transfer, before any of its bytes are read. */
export interface TransferItem {
  readonly kind: TransferItemKind;
  readonly envelopeId: string;
  /** Of the age file, or of the void as it is signed. */
  readonly digest: string;
  /** Bytes of the age file; of a void, of its text. */
  readonly size: number;
}

/** An item's line in the signed index, in base64url: id, digest, names and signs. */
const indexBytesPerItem = 220;
const fixedBytes = zipRecordBytes.end + zipEntryOverhead(indexEntryName) + 4096;

/** The most bytes an item can add to a part. */
export function transferBytesOf({ kind, envelopeId, size }: TransferItem): number {
  const overhead = indexBytesPerItem + zipEntryOverhead(transferEntryName(envelopeId, kind === 'void' ? 'void' : 'age'));
  if (kind === 'void') return overhead + size;
  return overhead + size + zipEntryOverhead(transferEntryName(envelopeId, 'jws')) + wireLimits.manifestBytes;
}

/** Divides items into parts in their order, each within the limits by itself. No item, no part. */
export function planParts(items: readonly TransferItem[], limitBytes = transferPartBytes): readonly (readonly TransferItem[])[] {
  const parts: TransferItem[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = transferBytesOf(item);
    const current = parts.at(-1);
    if (current && bytes <= room && current.length < transferPartItems) {
      current.push(item);
      room -= bytes;
    } else {
      parts.push([item]);
      room = limitBytes - fixedBytes - bytes;
    }
  }
  return parts;
}
