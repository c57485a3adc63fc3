// @vitest-environment node
import 'fake-indexeddb/auto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readApplication } from '../../src/domain/application/application';
import { receptionNumberOf } from '../../src/domain/submission/reception-number';
import { confirmApplication, type ConfirmRequest, confirmReserved } from '../../src/kiosk/confirm/confirm-application';
import { loadSealed } from '../../src/queue/bytes/load-sealed';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { createQueue, type Queue } from '../../src/queue/queue';
import { openEnvelope } from '../../src/sealing/open';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../../src/sealing/station-keys';
import {
  otherEnvelopeId,
  otherMunicipality,
  sampleConfiguration,
  sampleDay,
  sampleDraft,
  sampleEnvelopeId,
  sampleMunicipality,
  samplePhoto,
  samplePublicKey,
  sampleStationCode,
} from '../support/sample-application';

const nowMs = (): number => Date.parse('2026-11-20T04:05:06.789Z');
const silentChannel = { announce: () => undefined, listen: () => undefined, close: () => undefined };

describe('confirming an application', () => {
  let keys: StationKeys;
  let identity: string;
  let queue: Queue;
  let databases = 0;

  beforeAll(async () => {
    keys = await makeStationKeys();
    identity = await generateIdentity();
  });
  beforeEach(() => {
    databases += 1;
    queue = createQueue(databaseQueueStore(openDatabase(`confirm-${databases}`)), silentChannel);
  });

  async function request(envelopeId = sampleEnvelopeId): Promise<ConfirmRequest> {
    const reading = readApplication(sampleDraft(), sampleDay);
    const configuration = sampleConfiguration({ recipients: [await identityToRecipient(identity)] });
    const [opening] = configuration.openings;
    if (reading.kind !== 'complete' || !opening) throw new Error('the samples are complete');
    const fingerprint = '000000';
    const station = {
      keys,
      fingerprint,
      state: 'active' as const,
      stationCode: sampleStationCode,
      municipality: sampleMunicipality,
      configurationKey: samplePublicKey,
    };
    return {
      application: reading.application,
      facts: { envelopeId, consentGivenAtMs: nowMs(), station, opening, channel: 'assisted' },
      configuration,
      attendantId: 'attendant-1',
      serverOffsetMs: null,
      duplicateTag: undefined,
    };
  }

  it('puts one envelope into the queue that the office opens to the very bytes of the photo', async () => {
    const result = await confirmApplication(await request(), queue, nowMs);
    expect(result.kind).toBe('confirmed');
    const sealed = await queue.readSealed(sampleEnvelopeId);
    if (!sealed) throw new Error('nothing was queued');
    const signingKey = await publicKeyOf(keys.signing);
    const opened = await openEnvelope({
      bytes: await loadSealed(sealed.bytes),
      manifestJws: sealed.manifestJws,
      findStationKey: () => signingKey,
      identities: [identity],
    });
    expect(opened).toMatchObject({
      kind: 'opened',
      application: { contact: { name: '見本 太郎' }, consent: { wording: 'ja-2026-11' } },
    });
    expect(opened.kind === 'opened' && opened.photo).toEqual(samplePhoto().bytes);
  });

  it('carries why a form is taken again to the office alone, and its tag on the manifest', async () => {
    const { facts, ...rest } = await request();
    const duplicate = { reason: 'photoAgain', earlier: [receptionNumberOf(sampleStationCode, 27)] } as const;
    const duplicateTag = { tag: 't'.repeat(43), keyVersion: 2 };
    await confirmApplication({ ...rest, facts: { ...facts, duplicate }, duplicateTag }, queue, nowMs);
    const { manifestJws, bytes } = (await queue.readSealed(sampleEnvelopeId)) ?? { manifestJws: '', bytes: new ArrayBuffer(0) };
    const signingKey = await publicKeyOf(keys.signing);
    const office = { findStationKey: () => signingKey, identities: [identity] };
    const opened = await openEnvelope({ bytes: await loadSealed(bytes), manifestJws, ...office });
    expect(opened).toMatchObject({ kind: 'opened', application: { duplicate }, manifest: { duplicateTag } });
    expect(opened.kind === 'opened' && JSON.stringify(opened.manifest)).not.toContain('photoAgain');
    expect(await queue.entriesWithTag([duplicateTag.tag])).toMatchObject([{ envelopeId: sampleEnvelopeId }]);
  });

  it('seals the application of another municipality’s resident to that one, which alone can open it', async () => {
    const partnerIdentity = await generateIdentity();
    const recipients = [await identityToRecipient(partnerIdentity)];
    const partner = { code: otherMunicipality, name: '隣市', contact: '', mailsCards: false, recipients };
    const own = await request();
    const application = { ...own.application, destination: otherMunicipality };
    const configuration = { ...own.configuration, partners: [partner] };
    await confirmApplication({ ...own, application, configuration }, queue, nowMs);
    const sealed = await queue.readSealed(sampleEnvelopeId);
    if (!sealed) throw new Error('nothing was queued');
    const signingKey = await publicKeyOf(keys.signing);
    const { manifestJws } = sealed;
    const openBy = async (by: string) =>
      openEnvelope({ bytes: await loadSealed(sealed.bytes), manifestJws, findStationKey: () => signingKey, identities: [by] });
    const facts = { destination: otherMunicipality, collectedBy: sampleMunicipality };
    expect(await openBy(partnerIdentity)).toMatchObject({ kind: 'opened', manifest: facts, application: facts });
    expect(await openBy(identity)).toEqual({ kind: 'rejected', reason: 'notForThisOffice' });
    const apart = { ...own, facts: { ...own.facts, envelopeId: otherEnvelopeId }, application };
    await expect(confirmApplication(apart, queue, nowMs)).rejects.toThrow();
  });

  it('gives the same number again when it is repeated, and doubles nothing', async () => {
    const first = await confirmApplication(await request(), queue, nowMs);
    const again = await confirmApplication(await request(), queue, nowMs);
    expect(again).toEqual(first);
    expect((await queue.figures()).sealed).toBe(1);
  });

  it('seals again under the next number when another tab took it first', async () => {
    const [one, two] = await Promise.all([
      confirmApplication(await request(sampleEnvelopeId), queue, nowMs),
      confirmApplication(await request(otherEnvelopeId), queue, nowMs),
    ]);
    const sequences = (await queue.countRowsOn(sampleDay)).map((entry) => entry.sequence);
    expect([one.kind, two.kind]).toEqual(['confirmed', 'confirmed']);
    expect(sequences).toEqual([1, 2]);
  });

  it('tells when the tablet is full, and gives no number', async () => {
    const full: Queue = { ...queue, append: () => Promise.resolve({ kind: 'storageFull' }) };
    expect((await confirmApplication(await request(), full, nowMs)).kind).toBe('storageFull');
    expect((await queue.figures()).sealed).toBe(0);
  });

  it('takes a reserved number for no confirmation, and gives it once the very same envelope found room', async () => {
    const full: Queue = { ...queue, append: () => Promise.resolve({ kind: 'storageFull' }) };
    const result = await confirmApplication(await request(), full, nowMs);
    if (result.kind !== 'storageFull') throw new Error('there was room');
    await queue.inFile.reserve(result.sealed);
    expect((await confirmApplication(await request(), queue, nowMs)).kind).toBe('failed');
    expect(await confirmReserved(result.sealed, full)).toEqual({ kind: 'storageFull', sealed: result.sealed });
    const { receptionNumber } = result.sealed.manifest;
    expect(await confirmReserved(result.sealed, queue)).toEqual({ kind: 'confirmed', receptionNumber });
    expect(await queue.figures()).toMatchObject({ sealed: 1, waiting: 1, refused: 0 });
  });

  it('asks the queue what happened when the answer is lost, and never guesses', async () => {
    const losingAnswers: Queue = {
      ...queue,
      append: async (sealed) => {
        await queue.append(sealed);
        throw new Error('the answer was lost');
      },
    };
    expect((await confirmApplication(await request(), losingAnswers, nowMs)).kind).toBe('confirmed');
    const silent: Queue = {
      ...losingAnswers,
      findEntry: vi.fn<Queue['findEntry']>().mockResolvedValueOnce(undefined).mockRejectedValue(new Error('no answer')),
    };
    expect(await confirmApplication(await request(otherEnvelopeId), silent, nowMs)).toEqual({ kind: 'unknown' });
    expect((await confirmApplication(await request(otherEnvelopeId), queue, nowMs)).kind).toBe('confirmed');
    expect((await queue.figures()).sealed).toBe(2);
  });
});
