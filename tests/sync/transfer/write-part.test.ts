import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import type { QueueStore } from '../../../src/queue/queue-store';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { readUnverifiedManifest } from '../../../src/sealing/manifest';
import type { TransferPiece } from '../../../src/sealing/transfer/read-transfer';
import { verifyTransferIndex } from '../../../src/sealing/transfer/transfer-index';
import type { TransferItem } from '../../../src/sync/transfer/plan-parts';
import { type PartChunk, type TransferStore, writePart } from '../../../src/sync/transfer/write-part';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { sampleMunicipality, sampleStationCode } from '../../support/sample-application';
import { makeParties, signBytes, type SealingParties } from '../../support/sealed-sample';
import { joined, piecesOf } from '../../sealing/transfer/transfer-files';

let parties: SealingParties;
let queue: QueueStore;
let sealed: readonly SealedEnvelope[];
beforeEach(async () => {
  parties = await makeParties();
  queue = databaseQueueStore(openDatabase(`transfer-${uuidv7()}`));
  sealed = await Promise.all([1, 2, 3].map(sealNth));
  for (const envelope of sealed) await queue.append(envelope);
});

function sealNth(sequence: number): Promise<SealedEnvelope> {
  const facts = { envelopeId: uuidv7(), sequence, receptionNumber: receptionNumberOf(sampleStationCode, sequence) };
  return signBytes(parties.keys, new Uint8Array(2000 + sequence).fill(sequence), facts);
}

async function waiting(): Promise<readonly TransferItem[]> {
  return (await queue.listUndelivered(100)).map(({ envelopeId, digest, size }) => ({
    kind: 'envelope',
    envelopeId,
    digest,
    size,
  }));
}

async function written(
  store: Partial<TransferStore> = {},
): Promise<{ chunks: readonly PartChunk[]; pieces: readonly TransferPiece[] }> {
  const station = { keys: parties.keys, stationCode: sampleStationCode, municipality: sampleMunicipality };
  const partOf = { station, madeAtMs: Date.parse('2026-11-20T08:00:00.000Z'), part: 1, parts: 1 };
  const readVoid = (): Promise<undefined> => Promise.resolve(undefined);
  const chunks: PartChunk[] = [];
  const from = { readSealed: (id: string) => queue.readSealed(id), readVoid, ...store };
  for await (const chunk of writePart(await waiting(), partOf, from)) chunks.push(chunk);
  const bytes = chunks.flatMap((chunk) => (chunk.kind === 'bytes' ? [chunk.bytes] : []));
  return { chunks, pieces: await piecesOf(joined(bytes)) };
}

describe('a part of a transfer', () => {
  it('holds every waiting envelope as it was sealed, under a signed index, and changes nothing', async () => {
    const before = await queue.listUndelivered(100);
    const { pieces } = await written();
    const [first, ...rest] = pieces;
    const index = first?.kind === 'index' ? await verifyTransferIndex(first.jws, parties.findStationKey) : undefined;
    expect(index?.items.map(({ envelopeId }) => envelopeId)).toEqual(sealed.map(({ manifest }) => manifest.envelopeId));
    expect(rest).toEqual(
      sealed.map(({ manifest, manifestJws, bytes }) => ({
        kind: 'envelope',
        envelopeId: manifest.envelopeId,
        manifestJws,
        bytes,
      })),
    );
    expect(await queue.listUndelivered(100)).toEqual(before);
    expect(readUnverifiedManifest(sealed[0]?.manifestJws ?? '')).toEqual(sealed[0]?.manifest);
  });

  it('has one envelope in memory at a time: none is read before the one before it was given out', async () => {
    const order: string[] = [];
    const readSealed: TransferStore['readSealed'] = (id) => {
      order.push('read');
      return queue.readSealed(id);
    };
    const { chunks } = await written({ readSealed });
    expect(chunks.filter(({ kind }) => kind === 'packed')).toHaveLength(3);
    const station = { keys: parties.keys, stationCode: sampleStationCode, municipality: sampleMunicipality };
    order.length = 0;
    const partOf = { station, madeAtMs: 0, part: 1, parts: 1 };
    for await (const chunk of writePart(await waiting(), partOf, { readSealed, readVoid: () => Promise.resolve(undefined) })) {
      if (chunk.kind === 'packed') order.push('packed');
    }
    expect(order).toEqual(['read', 'packed', 'read', 'packed', 'read', 'packed']);
  });

  it.each<[string, TransferStore['readSealed']]>([
    ['are gone', () => Promise.resolve(undefined)],
    ['cannot be read', () => Promise.reject(new DOMException('damaged', 'UnknownError'))],
    ['are others', () => Promise.resolve({ manifestJws: 'aa.bb.cc', bytes: new ArrayBuffer(9) })],
  ])('goes on without an envelope whose bytes %s, and says so', async (_, readBroken) => {
    const broken = sealed[1]?.manifest.envelopeId ?? '';
    const readSealed: TransferStore['readSealed'] = (id) => (id === broken ? readBroken(id) : queue.readSealed(id));
    const { chunks, pieces } = await written({ readSealed });
    expect(chunks.flatMap((chunk) => (chunk.kind === 'leftOut' ? [chunk.item.envelopeId] : []))).toEqual([broken]);
    expect(pieces.map(({ kind }) => kind)).toEqual(['index', 'envelope', 'envelope']);
  });
});
