// @vitest-environment node
import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileSeal, type FileSeal } from '../../../src/kiosk/confirm/file/file-seal';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import type { QueueStore } from '../../../src/queue/queue-store';
import { sha256 } from '../../../src/sealing/digest';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { makeStationKeys } from '../../../src/sealing/station-keys';
import { readTransfer, type TransferPiece } from '../../../src/sealing/transfer/read-transfer';
import { sampleMunicipality, samplePublicKey, sampleStationCode } from '../../support/sample-application';
import { outOfRoom } from '../../queue/browser-faults';
import { sealedSample } from '../../queue/sealed-samples';

describe('the way of one envelope into a file', () => {
  let queue: QueueStore;
  let sealed: SealedEnvelope;
  let seal: FileSeal;

  beforeEach(async () => {
    queue = databaseQueueStore(openDatabase(`file-seal-${uuidv7()}`));
    const sample = sealedSample(1);
    sealed = { ...sample, manifest: { ...sample.manifest, digest: await sha256(sample.bytes) } };
    const station = {
      keys: await makeStationKeys(),
      fingerprint: '000000',
      state: 'active' as const,
      stationCode: sampleStationCode,
      municipality: sampleMunicipality,
      configurationKey: samplePublicKey,
    };
    const stationStore = { findStation: () => Promise.resolve(station), saveDeviceFacts: () => Promise.resolve() };
    seal = await createFileSeal(sealed, { queue, stationStore });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is a transfer of exactly this envelope, which the office reads like any other', async () => {
    const chunks: Uint8Array[] = [];
    for await (const bytes of seal.bytes()) chunks.push(bytes);
    const file = new Uint8Array(Buffer.concat(chunks));
    const source = {
      size: file.byteLength,
      read: (at: number, length: number) => Promise.resolve(file.slice(at, at + length)),
    };
    const pieces: TransferPiece[] = [];
    for await (const piece of readTransfer(source)) pieces.push(piece);
    const { envelopeId } = sealed.manifest;
    expect(pieces.map(({ kind }) => kind)).toEqual(['index', 'envelope']);
    expect(pieces[1]).toMatchObject({ envelopeId, manifestJws: sealed.manifestJws, bytes: sealed.bytes });
  });

  it('confirms only what was reserved', async () => {
    expect(await seal.confirm()).toBe(false);
    expect(await seal.reserve()).toBe('reserved');
    expect(await seal.confirm()).toBe(true);
    expect(await seal.confirm()).toBe(true);
    expect(await queue.figures()).toMatchObject({ sealed: 1, refused: 1 });
  });

  it('confirms nothing where not even the mark finds room, and does once there is some', async () => {
    await seal.reserve();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(outOfRoom);
    expect(await seal.confirm()).toBe(false);
    put.mockRestore();
    expect((await queue.findEntry(sealed.manifest.envelopeId))?.inFile?.savedAtMs).toBeNull();
    expect(await seal.confirm()).toBe(true);
  });

  it('says that there is no room where not even the entry fits, and leaves nothing', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(outOfRoom);
    expect(await seal.reserve()).toBe('storageFull');
    add.mockRestore();
    expect(await queue.findEntry(sealed.manifest.envelopeId)).toBeUndefined();
    expect(await queue.nextSequence()).toBe(1);
  });

  it('confirms nothing that a supervisor has removed since', async () => {
    await seal.reserve();
    await queue.remove(sealed.manifest.envelopeId, { reason: 'practice', attendantId: null, removedAtMs: 1 });
    expect(await seal.confirm()).toBe(false);
  });
});
