import { indexEntryName, transferEntryName } from '../../protocol/transfer/transfer-entries';
import { type TransferIndex, transferIndexAudience } from '../../protocol/transfer/transfer-index';
import type { StoredEnvelope } from '../../queue/queue-store';
import { loadSealed } from '../../queue/bytes/load-sealed';
import type { StationRecord } from '../../queue/station-store';
import { sha256 } from '../../sealing/digest';
import { signerOf } from '../../sealing/station-keys';
import { StoredZip } from '../../sealing/transfer/stored-zip';
import { signTransferIndex } from '../../sealing/transfer/transfer-index';
import type { TransferItem } from './plan-parts';

/** Whose part it is, and which of how many. */
export interface PartOf {
  readonly station: Pick<StationRecord, 'keys' | 'stationCode' | 'municipality'>;
  readonly madeAtMs: number;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/** Where the sealed items lie: the queue, or memory where the queue had no room. */
export interface TransferStore {
  /** Undefined, or a rejection, where the bytes cannot be read. */
  readonly readSealed: (envelopeId: string) => Promise<Pick<StoredEnvelope, 'manifestJws' | 'bytes'> | undefined>;
  /** The signed void of an envelope. */
  readonly readVoid: (envelopeId: string) => Promise<string | undefined>;
}

export type PartChunk =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** All of it has been given out. */
  | { readonly kind: 'packed'; readonly item: TransferItem }
  /** Its bytes cannot be read or are not those that were sealed; the part goes on without it. */
  | { readonly kind: 'leftOut'; readonly item: TransferItem };

/**
 * One part of a transfer as a stream: a ZIP without compression of the signed index and, for each item, `.age` and
 * `.jws`, or `.void`. One item is in memory at a time. Changes nothing in the queue.
 */
export async function* writePart(
  items: readonly TransferItem[],
  partOf: PartOf,
  store: TransferStore,
): AsyncGenerator<PartChunk, void, undefined> {
  const zip = new StoredZip();
  const index = await signTransferIndex(indexOf(items, partOf), signerOf(partOf.station.keys));
  yield* chunksOf(zip.entry(indexEntryName, utf8(index)));
  for (const item of items) {
    const entries = await readItem(item, store).catch(() => undefined);
    if (!entries) {
      yield { kind: 'leftOut', item };
      continue;
    }
    for (const [name, bytes] of entries) yield* chunksOf(zip.entry(name, bytes));
    yield { kind: 'packed', item };
  }
  yield* chunksOf(zip.end());
}

function indexOf(items: readonly TransferItem[], { station, madeAtMs, part, parts }: PartOf): TransferIndex {
  return {
    aud: transferIndexAudience,
    transferVersion: 1,
    stationId: station.keys.stationId,
    stationCode: station.stationCode,
    municipality: station.municipality,
    madeAt: new Date(madeAtMs).toISOString(),
    part,
    parts,
    items: items.map(({ kind, envelopeId, digest }) => ({ kind, envelopeId, digest })),
  };
}

type Entries = readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[];

/** Undefined where it is not here or not what was sealed. */
async function readItem({ kind, envelopeId, digest }: TransferItem, store: TransferStore): Promise<Entries | undefined> {
  if (kind === 'void') {
    const text = await store.readVoid(envelopeId);
    const bytes = text === undefined ? undefined : utf8(text);
    return bytes && (await sha256(bytes)) === digest ? [[transferEntryName(envelopeId, 'void'), bytes]] : undefined;
  }
  const sealed = await store.readSealed(envelopeId);
  const bytes = sealed && (await loadSealed(sealed.bytes));
  if (!sealed || !bytes || (await sha256(bytes)) !== digest) return undefined;
  return [
    [transferEntryName(envelopeId, 'age'), bytes],
    [transferEntryName(envelopeId, 'jws'), utf8(sealed.manifestJws)],
  ];
}

function* chunksOf(chunks: readonly Uint8Array<ArrayBuffer>[]): Generator<PartChunk, void, undefined> {
  for (const bytes of chunks) yield { kind: 'bytes', bytes };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
