import { beforeEach, describe, expect, it } from 'vitest';
import { findKid, readUnverified } from '../../../src/sealing/jws';
import { voidSchema } from '../../../src/protocol/void/void';
import type { SignedVoid } from '../../../src/sealing/void/void';
import type { Storage } from '../../../src/server/storage/storage';
import type { VoidOutcome } from '../../../src/server/storage/void-store';
import { otherMunicipality, sampleDigest, sampleMunicipality } from '../../support/sample-application';
import { makeKey, makeOffice } from '../support/office';
import { makeEnvelope, makeStation, type TestEnvelope } from '../support/station';
import { provision } from '../support/test-server';
import { officeVoid, stationVoid } from '../support/void';
import type { StorageHarness } from './storage-contract';

let issued = 0;
const issueReceipt = (head: string): Promise<string> => Promise.resolve(`receipt ${(issued += 1)} at ${head}`);
const firstPage = { after: 0, limit: 100 };

function store(storage: Storage, { voidJws, digest }: SignedVoid, nowMs = 5): Promise<VoidOutcome> {
  const parsed = readUnverified(voidJws, voidSchema);
  if (!parsed) throw new Error('no void');
  return storage.voids.store({ void: parsed, voidJws, digest, signerId: findKid(voidJws) ?? '' }, issueReceipt, nowMs);
}

function storeEnvelope(storage: Storage, envelope: TestEnvelope, nowMs = 1): Promise<unknown> {
  return storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, nowMs);
}

export function voidContract(harness: StorageHarness): void {
  describe('voids', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      await provision(storage, await makeOffice(otherMunicipality));
      return storage;
    };
    const idsOf = async (storage: Storage): Promise<readonly string[]> =>
      (await storage.voids.list(sampleMunicipality, firstPage)).voids.map(({ envelopeId }) => envelopeId);

    it('are one row and one receipt of eight at once, and in the audit once', async () => {
      const [storage, station] = [await openProvisioned(), await makeStation()];
      const envelope = await makeEnvelope(station);
      await storeEnvelope(storage, envelope);
      const signed = await stationVoid(station, envelope.manifest);
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store(storage, signed)));
      expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
      expect(new Set(outcomes.map((outcome) => (outcome.kind === 'notAllowed' ? '' : outcome.receiptJws))).size).toBe(1);
      const events = await (await harness.open()).audit.list(sampleMunicipality);
      expect(events.filter(({ kind }) => kind === 'envelopeVoided')).toHaveLength(1);
    });

    it('may come before what they void, and count from when it is here', async () => {
      const [storage, station] = [await openProvisioned(), await makeStation()];
      const envelope = await makeEnvelope(station);
      expect((await store(storage, await stationVoid(station, envelope.manifest))).kind).toBe('stored');
      expect(await idsOf(storage)).toEqual([]);
      await storeEnvelope(storage, envelope);
      expect(await idsOf(storage)).toEqual([envelope.manifest.envelopeId]);
      expect((await storage.voids.list(otherMunicipality, firstPage)).voids).toEqual([]);
    });

    it('by another station never void, and never keep the true one out, whichever comes first', async () => {
      const [storage, station, other] = [await openProvisioned(), await makeStation(), await makeStation()];
      const envelope = await makeEnvelope(station);
      const guessed = await stationVoid(other, { ...envelope.manifest, stationId: other.keys.stationId });
      expect((await store(storage, guessed)).kind).toBe('stored');
      await storeEnvelope(storage, envelope);
      expect(await idsOf(storage)).toEqual([]);
      expect((await store(storage, await stationVoid(station, envelope.manifest))).kind).toBe('stored');
      expect(await idsOf(storage)).toEqual([envelope.manifest.envelopeId]);
      const late = await makeStation();
      const lateVoid = await stationVoid(late, { ...envelope.manifest, stationId: late.keys.stationId });
      expect((await store(storage, lateVoid)).kind).toBe('notAllowed');
    });

    it('of other bytes or another number under its id are refused, and so is a second decision of the same signer', async () => {
      const [storage, station] = [await openProvisioned(), await makeStation()];
      const envelope = await makeEnvelope(station);
      await storeEnvelope(storage, envelope);
      const otherBytes = await stationVoid(station, { ...envelope.manifest, digest: sampleDigest });
      expect((await store(storage, otherBytes)).kind).toBe('notAllowed');
      const otherNumber = await stationVoid(station, { ...envelope.manifest, sequence: envelope.manifest.sequence + 1 });
      expect((await store(storage, otherNumber)).kind).toBe('notAllowed');
      await store(storage, await stationVoid(station, envelope.manifest));
      expect((await store(storage, await stationVoid(station, envelope.manifest))).kind).toBe('notAllowed');
    });

    it('tell whether the office had the envelope before', async () => {
      const [storage, station] = [await openProvisioned(), await makeStation()];
      const [early, late] = [await makeEnvelope(station), await makeEnvelope(station)];
      for (const envelope of [early, late]) await storeEnvelope(storage, envelope);
      await store(storage, await stationVoid(station, early.manifest), 10);
      for (const { manifest } of [early, late]) await storage.envelopes.markSecured(sampleMunicipality, manifest.envelopeId, 20);
      await store(storage, await stationVoid(station, late.manifest), 30);
      const { voids } = await storage.voids.list(sampleMunicipality, firstPage);
      expect(voids.map(({ isAfterSecured }) => isAfterSecured)).toEqual([false, true]);
    });

    it('are listed page by page, and missed where they are not here', async () => {
      const [storage, station] = [await openProvisioned(), await makeStation()];
      const envelopes = [await makeEnvelope(station), await makeEnvelope(station), await makeEnvelope(station)];
      for (const envelope of envelopes) await storeEnvelope(storage, envelope);
      const [one, two, three] = envelopes.map(({ manifest }) => manifest.envelopeId) as [string, string, string];
      for (const { manifest } of envelopes.slice(0, 2)) await store(storage, await stationVoid(station, manifest));
      const first = await storage.voids.list(sampleMunicipality, { after: 0, limit: 1 });
      const second = await storage.voids.list(sampleMunicipality, { after: first.next ?? 0, limit: 1 });
      expect([...first.voids, ...second.voids].map(({ envelopeId }) => envelopeId)).toEqual([one, two]);
      expect(second.next).toBeUndefined();
      expect(await storage.voids.lacking(sampleMunicipality, [one, two, three])).toEqual([three]);
      expect(await storage.voids.lacking(otherMunicipality, [one])).toEqual([one]);
      expect(await storage.voids.lacking(sampleMunicipality, [])).toEqual([]);
    });

    it('by the office are told by station, page by page, and none that a station made itself', async () => {
      const [storage, station, other] = [await openProvisioned(), await makeStation(), await makeStation()];
      const { signer } = await makeKey();
      const own = [await makeEnvelope(station), await makeEnvelope(station), await makeEnvelope(station)];
      const [one, two] = await Promise.all(own.slice(0, 2).map(({ manifest }) => officeVoid(signer, manifest)));
      const ofOther = await officeVoid(signer, (await makeEnvelope(other)).manifest);
      const byItself = await stationVoid(station, (own[2] as TestEnvelope).manifest);
      for (const signed of [two, ofOther, one, byItself]) await store(storage, signed as SignedVoid);
      const asked = { id: station.keys.stationId, collectedBy: sampleMunicipality };
      const all = await storage.voids.listByOffice(asked, { after: '', limit: 9 });
      expect(new Set(all.voids)).toEqual(new Set([one?.voidJws, two?.voidJws]));
      expect(all.next).toBeUndefined();
      const first = await storage.voids.listByOffice(asked, { after: '', limit: 1 });
      const second = await storage.voids.listByOffice(asked, { after: first.next ?? '', limit: 1 });
      expect([...first.voids, ...second.voids]).toEqual(all.voids);
      expect(second.next).toBeUndefined();
      const elsewhere = { ...asked, collectedBy: otherMunicipality };
      expect((await storage.voids.listByOffice(elsewhere, { after: '', limit: 9 })).voids).toEqual([]);
    });
  });
}
