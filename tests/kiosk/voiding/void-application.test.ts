// @vitest-environment node
import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { createVoidDesk, type VoidDesk } from '../../../src/kiosk/voiding/void-application';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { createQueue, type Queue } from '../../../src/queue/queue';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { digestOfVoid, isVoidOf, verifyVoid } from '../../../src/sealing/void/void';
import { sampleConfiguration, sampleMunicipality, samplePublicKey, sampleStationCode } from '../../support/sample-application';
import { makeParties, type SealingParties, signBytes } from '../../support/sealed-sample';

const hourMs = 60 * 60 * 1000;
const decision = { reason: 'wrongPerson', attendantId: 'attendant-1' } as const;
let parties: SealingParties;
let queue: Queue;
let sealed: SealedEnvelope;
beforeEach(async () => {
  parties = await makeParties();
  const silent = { announce: () => undefined, listen: () => undefined, close: () => undefined };
  queue = createQueue(databaseQueueStore(openDatabase(`voiding-${uuidv7()}`)), silent);
  const receptionNumber = receptionNumberOf(sampleStationCode, 1);
  sealed = await signBytes(parties.keys, new Uint8Array(900), { envelopeId: uuidv7(), sequence: 1, receptionNumber });
  await queue.append(sealed);
});

function desk(afterHours = 1, voidWithinHours?: number): VoidDesk {
  const station = {
    keys: parties.keys,
    state: 'active',
    stationCode: sampleStationCode,
    municipality: sampleMunicipality,
    configurationKey: samplePublicKey,
    fingerprint: '000000',
  } as const;
  const kiosk = { ...sampleConfiguration().kiosk, ...(voidWithinHours !== undefined && { voidWithinHours }) };
  const nowMs = (): number => Date.parse(sealed.manifest.sealedAt) + afterHours * hourMs;
  return createVoidDesk({ queue, station, findConfiguration: () => sampleConfiguration({ kiosk }), nowMs });
}

describe('voiding at the counter', () => {
  it('finds an application by its number, also without the station’s own code', async () => {
    const check = sealed.manifest.receptionNumber.slice(-1);
    for (const text of [sealed.manifest.receptionNumber, `0001-${check}`]) {
      expect(await desk().find(text)).toMatchObject({ kind: 'found', judgement: 'allowed' });
    }
    expect(await desk().find('0001')).toEqual({ kind: 'malformed' });
    expect(await desk().find(receptionNumberOf(sampleStationCode, 2))).toEqual({ kind: 'unknown' });
  });

  it('signs a void of exactly this envelope, which waits in the queue beside it', async () => {
    const found = await desk().find(sealed.manifest.receptionNumber);
    if (found.kind !== 'found') throw new Error('not found');
    expect(await desk().void(found.entry, decision)).toBe('voided');
    const record = await queue.voids.find(sealed.manifest.envelopeId);
    const verified = await verifyVoid(record?.voidJws ?? '', {
      findStationKey: parties.findStationKey,
      findOfficeKey: () => undefined,
    });
    expect(verified?.by).toBe('station');
    expect(verified && isVoidOf(verified.void, sealed.manifest)).toBe(true);
    expect(record).toMatchObject({ ...decision, state: 'waiting', digest: await digestOfVoid(record?.voidJws ?? '') });
    expect((await queue.findEntry(sealed.manifest.envelopeId))?.state).toBe('waiting');
    expect(await desk().find(sealed.manifest.receptionNumber)).toMatchObject({ judgement: 'voidedBefore' });
  });

  it('can void what lies in a file, by what the entry keeps of its manifest', async () => {
    const receptionNumber = receptionNumberOf(sampleStationCode, 2);
    const away = await signBytes(parties.keys, new Uint8Array(900), { envelopeId: uuidv7(), sequence: 2, receptionNumber });
    await queue.inFile.reserve(away);
    const found = await desk().find(receptionNumber);
    if (found.kind !== 'found') throw new Error('not found');
    expect(await desk().void(found.entry, decision)).toBe('voided');
    expect(await queue.voids.find(away.manifest.envelopeId)).toMatchObject({ sequence: 2, state: 'waiting' });
  });

  it('is over when the configured time is, even for a dialog that stayed open', async () => {
    const found = await desk(2, 2).find(sealed.manifest.receptionNumber);
    expect(found).toMatchObject({ judgement: 'allowed' });
    expect(await desk(3, 2).find(sealed.manifest.receptionNumber)).toMatchObject({ judgement: 'tooLate' });
    if (found.kind === 'found') expect(await desk(3, 2).void(found.entry, decision)).toBe('notAllowed');
    expect(await queue.voids.figures()).toEqual({ voided: 0, waiting: 0, refused: 0 });
  });
});
