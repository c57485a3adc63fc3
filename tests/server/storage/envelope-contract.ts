import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreOutcome } from '../../../src/server/storage/envelope-store';
import type { Storage } from '../../../src/server/storage/storage';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeEnvelope, makeStation, type TestEnvelope } from '../support/station';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

let issued = 0;
const issueReceipt = (head: string): Promise<string> => Promise.resolve(`receipt ${(issued += 1)} at ${head}`);

/** A copy of the bytes, as of those of another upload: they are given away. */
function store(storage: Storage, envelope: TestEnvelope): Promise<StoreOutcome> {
  return storage.envelopes.store({ ...envelope, bytes: envelope.bytes.slice(), state: 'stored' }, issueReceipt, 1);
}

function receiptOf(outcome: StoreOutcome): string {
  if (outcome.kind === 'conflict') throw new Error('a conflict has no receipt');
  return outcome.receiptJws;
}

const firstPage = { after: 0, limit: 100 };

export function envelopeContract(harness: StorageHarness): void {
  describe('envelopes', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      await provision(storage, await makeOffice(otherMunicipality));
      return storage;
    };

    it('keeps the very bytes, the manifest and the receipt, under the destination only', async () => {
      const storage = await openProvisioned();
      const envelope = await makeEnvelope(await makeStation(), { destination: otherMunicipality });
      const { envelopeId } = envelope.manifest;
      const receiptJws = receiptOf(await store(storage, envelope));
      const reopened = await harness.open();
      expect(await reopened.envelopes.find(otherMunicipality, envelopeId)).toEqual({
        envelopeId,
        manifestJws: envelope.manifestJws,
        receiptJws,
        isSecured: false,
      });
      expect(await reopened.envelopes.findBytes(otherMunicipality, envelopeId)).toEqual(envelope.bytes);
      expect(await reopened.envelopes.find(sampleMunicipality, envelopeId)).toBeUndefined();
      expect(await reopened.envelopes.findBytes(sampleMunicipality, envelopeId)).toBeUndefined();
    });

    it('makes one row and one receipt of eight identical ones at once, on two connections', async () => {
      const storages = [await openProvisioned(), await harness.open()] as const;
      const envelope = await makeEnvelope(await makeStation());
      const attempts = Array.from({ length: 4 }, () => storages.map((storage) => store(storage, envelope)));
      const outcomes = await Promise.all(attempts.flat());
      expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(7);
      expect(new Set(outcomes.map(receiptOf)).size).toBe(1);
      expect((await storages[0].envelopes.list(sampleMunicipality, firstPage)).envelopes).toHaveLength(1);
    });

    it('tells nobody of an envelope before it is on the disk', async () => {
      const storage = await openProvisioned();
      const envelope = await makeEnvelope(await makeStation());
      const { envelopeId } = envelope.manifest;
      const seen: unknown[] = [];
      const looking = async (head: string): Promise<string> => {
        seen.push(await storage.audit.list(sampleMunicipality).then((events) => events.length));
        return issueReceipt(head);
      };
      await storage.envelopes.store({ ...envelope, state: 'stored' }, looking, 1);
      expect(seen).toEqual([1]);
      expect(await storage.audit.list(sampleMunicipality)).toHaveLength(2);
      expect(await storage.envelopes.find(sampleMunicipality, envelopeId)).toBeDefined();
    });

    it('keeps all of many different ones at once', async () => {
      const storage = await openProvisioned();
      const station = await makeStation();
      const envelopes = await Promise.all(Array.from({ length: 20 }, () => makeEnvelope(station)));
      await Promise.all(envelopes.map((envelope) => store(storage, envelope)));
      const { envelopes: listed } = await storage.envelopes.list(sampleMunicipality, firstPage);
      expect(new Set(listed.map(({ envelopeId }) => envelopeId))).toEqual(
        new Set(envelopes.map(({ manifest }) => manifest.envelopeId)),
      );
    });

    it('takes identical bytes for different destinations, and siblings’ identical photos are different envelopes', async () => {
      const storage = await openProvisioned();
      const station = await makeStation();
      const first = await makeEnvelope(station);
      expect((await store(storage, first)).kind).toBe('stored');
      const elsewhere = await makeEnvelope(station, { destination: otherMunicipality }, first.bytes);
      expect((await store(storage, elsewhere)).kind).toBe('stored');
    });

    it('lists what a municipality collected with a tag, the last first, as many as asked for, and nobody else’s', async () => {
      const storage = await openProvisioned();
      const [tag, olderTag] = ['t'.repeat(43), 'o'.repeat(43)];
      const station = await makeStation();
      const tagged = (overrides: Partial<TestEnvelope['manifest']>): Promise<TestEnvelope> => makeEnvelope(station, overrides);
      const first = await tagged({ duplicateTag: { tag: olderTag, keyVersion: 1 } });
      const second = await tagged({ duplicateTag: { tag, keyVersion: 2 }, destination: otherMunicipality });
      const others = [
        await tagged({}),
        await tagged({ duplicateTag: { tag: 'x'.repeat(43), keyVersion: 1 } }),
        await tagged({ duplicateTag: { tag, keyVersion: 2 }, collectedBy: otherMunicipality }),
      ];
      for (const [index, envelope] of [first, second, ...others].entries()) {
        await storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, index);
      }
      const list = (limit: number) => storage.envelopes.listWithTag(sampleMunicipality, [tag, olderTag], limit);
      expect((await list(10)).map(({ manifestJws }) => manifestJws)).toEqual([second.manifestJws, first.manifestJws]);
      expect((await list(1)).map(({ manifestJws }) => manifestJws)).toEqual([second.manifestJws]);
    });

    it('refuses an id, a digest or a sequence number that another envelope has, and keeps the first', async () => {
      const storage = await openProvisioned();
      const station = await makeStation();
      const first = await makeEnvelope(station);
      await store(storage, first);
      const { envelopeId, sequence } = first.manifest;
      const rivals = [
        await makeEnvelope(station, { envelopeId }),
        await makeEnvelope(station, {}, first.bytes),
        await makeEnvelope(station, { sequence }),
        await makeEnvelope(station, { envelopeId, sequence, destination: otherMunicipality }, first.bytes),
        await makeEnvelope(await makeStation(), { envelopeId }, first.bytes),
      ];
      for (const rival of rivals) expect(await store(storage, rival)).toEqual({ kind: 'conflict' });
      expect(await storage.envelopes.findBytes(sampleMunicipality, envelopeId)).toEqual(first.bytes);
      expect((await storage.envelopes.list(otherMunicipality, firstPage)).envelopes).toEqual([]);
      const kinds = (await storage.audit.list(sampleMunicipality)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'envelopeConflicted')).toHaveLength(4);
    });

    it('takes the same sequence number of two stations', async () => {
      const storage = await openProvisioned();
      const [one, other] = [await makeStation(), await makeStation()];
      expect((await store(storage, await makeEnvelope(one, { sequence: 7 }))).kind).toBe('stored');
      expect((await store(storage, await makeEnvelope(other, { sequence: 7 }))).kind).toBe('stored');
    });

    it('leaves nothing when the receipt cannot be made', async () => {
      const storage = await openProvisioned();
      const envelope = await makeEnvelope(await makeStation());
      const before = await storage.audit.list(sampleMunicipality);
      const failing = (): Promise<string> => Promise.reject(new Error('no key'));
      await expect(storage.envelopes.store({ ...envelope, state: 'stored' }, failing, 1)).rejects.toThrow('no key');
      expect(await storage.envelopes.find(sampleMunicipality, envelope.manifest.envelopeId)).toBeUndefined();
      expect(await storage.audit.list(sampleMunicipality)).toEqual(before);
      expect((await store(storage, envelope)).kind).toBe('stored');
    });

    it('lists in the order of storing, page by page', async () => {
      const storage = await openProvisioned();
      const station = await makeStation();
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        const envelope = await makeEnvelope(station);
        await store(storage, envelope);
        ids.push(envelope.manifest.envelopeId);
      }
      const listed: string[] = [];
      for (let after: number | undefined = 0; after !== undefined;) {
        const page = await storage.envelopes.list(sampleMunicipality, { after, limit: 2 });
        expect(page.envelopes.length).toBeLessThanOrEqual(2);
        listed.push(...page.envelopes.map(({ envelopeId }) => envelopeId));
        after = page.next;
      }
      expect(listed).toEqual(ids);
    });

    it('tells of envelopes under every key that a tablet had', async () => {
      const storage = await openProvisioned();
      const [former, present] = [await makeEnvelope(await makeStation()), await makeEnvelope(await makeStation())];
      for (const envelope of [former, present]) await store(storage, envelope);
      const ids = [former, present].map(({ manifest }) => manifest.envelopeId);
      expect(await storage.envelopes.custodyOf(sampleMunicipality, ids)).toEqual({ lacking: [], secured: [] });
    });

    it('notes once that the office has its copy, and tells the station what it lacks', async () => {
      const storage = await openProvisioned();
      const station = await makeStation();
      const envelopes = [await makeEnvelope(station), await makeEnvelope(station), await makeEnvelope(station)];
      const [secured, stored, lacking] = envelopes.map(({ manifest }) => manifest.envelopeId) as [string, string, string];
      for (const envelope of envelopes.slice(0, 2)) await store(storage, envelope);
      expect(await storage.envelopes.markSecured(otherMunicipality, secured, 2)).toBe(false);
      expect(await storage.envelopes.markSecured(sampleMunicipality, secured, 2)).toBe(true);
      expect(await storage.envelopes.markSecured(sampleMunicipality, secured, 3)).toBe(true);
      expect(await storage.envelopes.markSecured(sampleMunicipality, lacking, 3)).toBe(false);
      const ids = [secured, stored, lacking];
      expect(await storage.envelopes.custodyOf(sampleMunicipality, ids)).toEqual({ lacking: [lacking], secured: [secured] });
      expect(await storage.envelopes.custodyOf(otherMunicipality, ids)).toEqual({ lacking: ids, secured: [] });
      expect(await storage.envelopes.custodyOf(sampleMunicipality, [])).toEqual({ lacking: [], secured: [] });
      const kinds = (await storage.audit.list(sampleMunicipality)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'envelopeSecured')).toHaveLength(1);
    });
  });
}
