import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { countFigures } from '../../../src/domain/counts/daily-count';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { createQueue } from '../../../src/queue/queue';
import type { QueueStore } from '../../../src/queue/queue-store';
import type { NewVoid } from '../../../src/queue/voids/void-store';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { upgradeLadder } from '../../../src/queue/upgrade-ladder';
import { markSending } from '../marks';
import { sealedSample } from '../sealed-samples';

let name: string;
let queue: QueueStore;
let sealed: readonly SealedEnvelope[];
beforeEach(async () => {
  name = `voids-${uuidv7()}`;
  queue = databaseQueueStore(openDatabase(name));
  sealed = [1, 2, 3].map((sequence) => sealedSample(sequence));
  for (const envelope of sealed) await queue.append(envelope);
});

function voidOf(index: number, changes: Partial<NewVoid> = {}): NewVoid {
  const { envelopeId, sequence, receptionNumber, stationId } = (sealed[index] as SealedEnvelope).manifest;
  const facts = { envelopeId, sequence, receptionNumber, stationId };
  return {
    ...facts,
    voidJws: 'aa.bb.cc',
    digest: `digest ${index}`,
    reason: 'wrongContent',
    attendantId: null,
    voidedAtMs: 7,
    ...changes,
  };
}

const receipt = { receiptJws: 'dd.ee.ff', verifiedAtMs: 9 };

async function deliverAndPurge(envelopeId: string): Promise<void> {
  await markSending(queue, [envelopeId]);
  await queue.mark({ sending: [], delivered: [{ envelopeId, ...receipt }] });
  await queue.markSecured([envelopeId]);
  expect((await queue.purge(envelopeId)).kind).toBe('changed');
}

describe('voids in the queue', () => {
  it('are written with the mark on their entry, and survive', async () => {
    expect((await queue.voids.add(voidOf(1))).kind).toBe('added');
    const reopened = databaseQueueStore(openDatabase(name));
    expect(await reopened.voids.find(voidOf(1).envelopeId)).toMatchObject({
      state: 'waiting',
      digest: 'digest 1',
      receipt: null,
    });
    expect((await reopened.findEntry(voidOf(1).envelopeId))?.voidedAtMs).toBe(7);
    expect(await reopened.figures()).toMatchObject({ sealed: 3, waiting: 3, voided: 1 });
  });

  it('are made once for an envelope: the first stays, the same again is no second', async () => {
    await queue.voids.add(voidOf(0));
    expect((await queue.voids.add(voidOf(0))).kind).toBe('added');
    expect(await queue.voids.add(voidOf(0, { digest: 'another' }))).toEqual({ kind: 'notAllowed' });
    expect(await queue.voids.figures()).toEqual({ voided: 1, waiting: 1, refused: 0 });
  });

  it('are not made of what was removed, of what another station sealed, or of what is not here', async () => {
    const [first] = sealed as [SealedEnvelope];
    await markSending(queue, [first.manifest.envelopeId]);
    await queue.markRefused(first.manifest.envelopeId, 'envelope-conflict');
    await queue.remove(first.manifest.envelopeId, { reason: 'practice', attendantId: null, removedAtMs: 1 });
    for (const made of [voidOf(0), voidOf(1, { stationId: 'other' }), voidOf(2, { envelopeId: uuidv7() })]) {
      expect(await queue.voids.add(made)).toEqual({ kind: 'notAllowed' });
    }
    expect(await queue.voids.figures()).toEqual({ voided: 0, waiting: 0, refused: 0 });
  });

  it('are waiting, delivered with their receipt, waiting again where the server lacks them, or refused', async () => {
    for (const index of [2, 0, 1]) await queue.voids.add(voidOf(index));
    const ids = [0, 1, 2].map((index) => voidOf(index).envelopeId) as [string, string, string];
    expect((await queue.voids.oldestWaiting())?.envelopeId).toBe(ids[0]);
    expect((await queue.voids.oldestWaiting(1))?.envelopeId).toBe(ids[1]);
    expect(await queue.voids.markDelivered(ids[0], receipt)).toBe(true);
    expect(await queue.voids.markDelivered(ids[0], receipt)).toBe(false);
    expect(await queue.voids.markRefused(ids[0], 'void-invalid')).toBe(false);
    expect(await queue.voids.markRefused(ids[1], 'void-invalid')).toBe(true);
    expect(await queue.voids.find(ids[0])).toMatchObject({ state: 'delivered', receipt });
    expect((await queue.voids.listUndelivered(9)).map(({ envelopeId }) => envelopeId)).toEqual([ids[1], ids[2]]);
    expect((await queue.voids.delivered(9)).map(({ envelopeId }) => envelopeId)).toEqual([ids[0]]);
    expect(await queue.voids.figures()).toEqual({ voided: 2, waiting: 1, refused: 1 });
    expect(await queue.voids.markWaiting(ids)).toBe(true);
    expect(await queue.voids.find(ids[0])).toMatchObject({ state: 'waiting', receipt: null });
    expect(await queue.voids.markWaiting(ids)).toBe(false);
  });

  it('are counted beside the sum of their opening', async () => {
    await queue.voids.add(voidOf(0));
    const { day, openingId } = (sealed[0] as SealedEnvelope).manifest;
    const rows = (await queue.countRowsOn(day)).filter((row) => row.openingId === openingId);
    expect(countFigures(rows).voided).toBe(1);
    expect(await queue.openingFigures(day, openingId)).toEqual(countFigures(rows));
    expect((await queue.openingFigures(day, 'another')).voided).toBe(0);
  });

  it('count for nothing, anywhere, while they are refused, and count again once they wait', async () => {
    const { day, openingId } = (sealed[0] as SealedEnvelope).manifest;
    const { envelopeId } = voidOf(0);
    const voided = async (): Promise<readonly number[]> => [
      (await queue.figures()).voided,
      (await queue.openingFigures(day, openingId)).voided,
      countFigures(await queue.countRowsOn(day)).voided,
      (await queue.voids.figures()).voided,
    ];
    await queue.voids.add(voidOf(0));
    await queue.voids.markRefused(envelopeId, 'void-not-allowed');
    expect(await voided()).toEqual([0, 0, 0, 0]);
    await queue.voids.markWaiting([envelopeId]);
    expect(await voided()).toEqual([1, 1, 1, 1]);
  });

  it('by the office count from the start, with the mark on their entry, also of what was purged', async () => {
    const first = voidOf(0).envelopeId;
    await deliverAndPurge(first);
    expect(await queue.voids.addByOffice([voidOf(0), voidOf(1)])).toBe(true);
    expect(await queue.voids.find(first)).toMatchObject({ state: 'delivered', receipt: null, isByOffice: true });
    expect((await queue.findEntry(first))?.voidedAtMs).toBe(7);
    expect(await queue.figures()).toMatchObject({ sealed: 3, voided: 2 });
    expect(await queue.voids.figures()).toEqual({ voided: 2, waiting: 0, refused: 0 });
    expect(await queue.voids.addByOffice([voidOf(0), voidOf(1)]), 'told again').toBe(false);
  });

  it('by the office take the place of a refused one alone', async () => {
    for (const index of [0, 1]) await queue.voids.add(voidOf(index));
    await queue.voids.markRefused(voidOf(1).envelopeId, 'void-not-allowed');
    await queue.voids.addByOffice([0, 1].map((index) => voidOf(index, { digest: 'of the office' })));
    expect(await queue.voids.find(voidOf(0).envelopeId)).toMatchObject({ state: 'waiting', digest: 'digest 0' });
    expect(await queue.voids.find(voidOf(1).envelopeId)).toMatchObject({
      state: 'delivered',
      digest: 'of the office',
      refusal: null,
    });
    expect(await queue.figures()).toMatchObject({ voided: 2 });
  });

  it('by the office void nothing that is not here, was taken away, or is another', async () => {
    const removed = voidOf(0);
    await markSending(queue, [removed.envelopeId]);
    await queue.markRefused(removed.envelopeId, 'envelope-conflict');
    await queue.remove(removed.envelopeId, { reason: 'practice', attendantId: null, removedAtMs: 1 });
    const { receptionNumber } = voidOf(2);
    const others = [{ envelopeId: uuidv7() }, { stationId: 'other' }, { sequence: 9 }, { receptionNumber }];
    expect(await queue.voids.addByOffice([removed, ...others.map((changes) => voidOf(1, changes))])).toBe(false);
    expect(await queue.voids.figures()).toEqual({ voided: 0, waiting: 0, refused: 0 });
  });

  it('are announced once they are durable, and not where nothing changed', async () => {
    const announced: string[] = [];
    const silent = { announce: () => announced.push('changed'), listen: () => undefined, close: () => undefined };
    const loud = createQueue(queue, silent);
    await loud.voids.add(voidOf(0));
    await loud.voids.markDelivered(voidOf(0).envelopeId, receipt);
    await loud.voids.markDelivered(voidOf(0).envelopeId, receipt);
    await loud.voids.addByOffice([voidOf(0)]);
    expect(announced).toHaveLength(2);
    await loud.voids.addByOffice([voidOf(1)]);
    expect(announced).toHaveLength(3);
  });

  it('come with an upgrade that keeps what the version before had', async () => {
    const before = `before-${uuidv7()}`;
    const earlier = openDatabase(before, upgradeLadder.slice(0, 2));
    await earlier.open();
    const entries = await queue.countRowsOn((sealed[0] as SealedEnvelope).manifest.day);
    await earlier.write(['entries'], async (transaction) => {
      for (const entry of entries) await transaction.objectStore('entries').add(entry);
    });
    earlier.close();
    const upgraded = databaseQueueStore(openDatabase(before));
    expect(await upgraded.figures()).toMatchObject({ sealed: 3, waiting: 3, voided: 0 });
    expect((await upgraded.voids.add(voidOf(0))).kind).toBe('added');
  });

  it('are found by the number that the resident took home', async () => {
    const { manifest } = sealed[1] as SealedEnvelope;
    expect((await queue.findNumbered(manifest.receptionNumber))?.envelopeId).toBe(manifest.envelopeId);
    expect(await queue.findNumbered(sealedSample(9).manifest.receptionNumber)).toBeUndefined();
  });
});
