import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { receiptAudience } from '../../../src/protocol/receipt';
import { formatReceiptsFile } from '../../../src/protocol/transfer/receipts-file';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import type { QueueStore } from '../../../src/queue/queue-store';
import { signReceipt } from '../../../src/sealing/receipt';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { makeStationKeys, publicKeyOf, signerOf, type StationKeys } from '../../../src/sealing/station-keys';
import { takeReceipts } from '../../../src/sync/transfer/take-receipts';
import { sealedSample } from '../../queue/sealed-samples';
import { sampleConfiguration, sampleDigest } from '../../support/sample-application';

const nowMs = Date.parse('2026-11-21T00:00:00.000Z');
let server: StationKeys;
let queue: QueueStore;
let one: SealedEnvelope;
let two: SealedEnvelope;
beforeEach(async () => {
  server = await makeStationKeys();
  queue = databaseQueueStore(openDatabase(`receipts-${uuidv7()}`));
  [one, two] = [sealedSample(1), sealedSample(2)];
  await queue.append(one);
  await queue.append(two);
});

function receiptFor({ manifest }: SealedEnvelope, changes: object = {}, keys = server): Promise<string> {
  const { envelopeId, digest, stationId } = manifest;
  const facts = { envelopeId, digest, stationId, receivedAt: new Date(nowMs).toISOString(), state: 'stored' as const };
  return signReceipt({ aud: receiptAudience, ...facts, auditHead: sampleDigest, ...changes }, signerOf(keys));
}

async function take(receipts: readonly string[], text = formatReceiptsFile(receipts)) {
  const key = await publicKeyOf(server.signing);
  const configuration = sampleConfiguration({ serverKeys: [{ kid: server.stationId, key }] });
  return takeReceipts(text, { queue, configuration, nowMs: () => nowMs });
}

const nothing = { kind: 'taken', delivered: 0, known: 0, foreign: 0, invalid: 0 };
const stateOf = async ({ manifest }: SealedEnvelope): Promise<string | undefined> =>
  (await queue.findEntry(manifest.envelopeId))?.state;

describe('a receipts file on the tablet', () => {
  it('delivers what it holds receipts for, and only that; read again it changes nothing', async () => {
    const receipts = [await receiptFor(one)];
    expect(await take(receipts)).toEqual({ ...nothing, delivered: 1 });
    expect([await stateOf(one), await stateOf(two)]).toEqual(['delivered', 'waiting']);
    expect(await take(receipts)).toEqual({ ...nothing, known: 1 });
  });

  it('believes no receipt by another key, for another envelope or for other bytes', async () => {
    const foreignKeys = await makeStationKeys();
    const forged = await receiptFor(one, {}, foreignKeys);
    const otherBytes = await receiptFor(one, { digest: two.manifest.digest.split('').reverse().join('') });
    const altered = `${(await receiptFor(one)).slice(0, -8)}AAAAAAAA`;
    const outcome = await take([forged, otherBytes, altered]);
    expect(outcome).toEqual({ ...nothing, invalid: 3 });
    expect([await stateOf(one), await stateOf(two)]).toEqual(['waiting', 'waiting']);
  });

  it('goes past what is of other tablets, torn or not a receipt, and takes the rest', async () => {
    const foreign = await receiptFor(sealedSample(9));
    const good = await receiptFor(two);
    const outcome = await take([], formatReceiptsFile([foreign, 'aa.bb.cc', '???', good, good]));
    expect(outcome).toEqual({ kind: 'taken', delivered: 1, known: 0, foreign: 1, invalid: 2 });
    expect([await stateOf(one), await stateOf(two)]).toEqual(['waiting', 'delivered']);
  });

  it('is refused as a whole where it is another file or there is nothing to verify it with', async () => {
    expect(await take([], 'reception,name')).toEqual({ kind: 'otherFile' });
    const text = formatReceiptsFile([await receiptFor(one)]);
    expect(await takeReceipts(text, { queue, configuration: undefined, nowMs: () => nowMs })).toEqual({ kind: 'notConfigured' });
  });
});
