import { beforeEach, describe, expect, it } from 'vitest';
import { findBreak } from '../../../src/server/storage/audit';
import type { Storage } from '../../../src/server/storage/storage';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeEnvelope, makeStation } from '../support/station';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

const issueReceipt = (head: string): Promise<string> => Promise.resolve(`receipt at ${head}`);

export function envelopeLifeContract(harness: StorageHarness): void {
  describe('the life of envelopes', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice(), 0);
      await provision(storage, await makeOffice(otherMunicipality), 0);
      return storage;
    };
    const put = async (storage: Storage, state: 'stored' | 'held' = 'stored'): Promise<string> => {
      const envelope = await makeEnvelope(await makeStation());
      await storage.envelopes.store({ ...envelope, state }, issueReceipt, 1);
      return envelope.manifest.envelopeId;
    };
    const finish = async (storage: Storage, id: string): Promise<void> => {
      await storage.envelopes.markSecured(sampleMunicipality, id, 1);
      expect(await storage.envelopes.markDone(sampleMunicipality, id, 1)).toBe('done');
    };
    const eventsOf = async (storage: Storage): Promise<string[]> =>
      (await storage.audit.list(sampleMunicipality)).map(({ kind }) => kind);

    it('purges what was done long enough ago, nothing else, and keeps row, manifest and receipt', async () => {
      const storage = await openProvisioned();
      const [open, early, late] = [await put(storage), await put(storage), await put(storage)];
      for (const id of [early, late]) await storage.envelopes.markSecured(sampleMunicipality, id, 99);
      expect(await storage.envelopes.markDone(sampleMunicipality, early, 100)).toBe('done');
      expect(await storage.envelopes.markDone(sampleMunicipality, early, 5000)).toBe('done');
      expect(await storage.envelopes.markDone(sampleMunicipality, late, 201)).toBe('done');
      const before = await storage.envelopes.find(sampleMunicipality, early);
      expect(await storage.envelopes.purgeDone(otherMunicipality, { untilMs: 900, limit: 10 }, 900)).toBe(0);
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 200, limit: 10 }, 900)).toBe(1);
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 200, limit: 10 }, 901)).toBe(0);
      expect(await storage.envelopes.findBytes(sampleMunicipality, early)).toBeUndefined();
      for (const id of [open, late]) expect(await storage.envelopes.findBytes(sampleMunicipality, id)).toBeDefined();
      expect(await storage.envelopes.find(sampleMunicipality, early)).toEqual({ ...before, isPurged: true });
      expect(before).toMatchObject({ isDone: true, isSecured: true });
      const ids = [open, early, late];
      expect(await storage.envelopes.custodyOf(sampleMunicipality, ids)).toEqual({ lacking: [], secured: [early, late] });
      expect((await eventsOf(storage)).slice(-3)).toEqual(['envelopeDone', 'envelopeDone', 'envelopePurged']);
      expect(findBreak(await storage.audit.list(sampleMunicipality))).toBeUndefined();
    });

    it('is done with nothing that the office does not have, nor with what is held until a clerk lets it through', async () => {
      const storage = await openProvisioned();
      const [unfetched, held] = [await put(storage), await put(storage, 'held')];
      const markDone = (id: string) => storage.envelopes.markDone(sampleMunicipality, id, 2);
      expect(await markDone(crypto.randomUUID())).toBe('unknown');
      expect(await storage.envelopes.markDone(otherMunicipality, unfetched, 2)).toBe('unknown');
      await storage.envelopes.markSecured(sampleMunicipality, held, 2);
      expect([await markDone(unfetched), await markDone(held)]).toEqual(['notSecured', 'held']);
      expect(await storage.envelopes.find(sampleMunicipality, unfetched)).not.toHaveProperty('isDone');
      expect((await storage.envelopes.custodyOf(sampleMunicipality, [unfetched])).secured).toEqual([]);
      expect(await eventsOf(storage)).not.toContain('envelopeDone');
      await storage.envelopes.release(sampleMunicipality, held, '見本 次郎', 3);
      await storage.envelopes.markSecured(sampleMunicipality, unfetched, 3);
      expect([await markDone(unfetched), await markDone(held)]).toEqual(['done', 'done']);
    });

    it('keeps the bytes for their whole time where the clock was behind when it was done', async () => {
      const storage = await openProvisioned();
      const id = await put(storage);
      await storage.envelopes.markSecured(sampleMunicipality, id, 400);
      expect(await storage.envelopes.markDone(sampleMunicipality, id, 5)).toBe('done');
      expect((await storage.audit.list(sampleMunicipality)).at(-1)).toMatchObject({ kind: 'envelopeDone', atMs: 400 });
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 399, limit: 10 }, 900)).toBe(0);
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 400, limit: 10 }, 900)).toBe(1);
    });

    it('takes a purged envelope that is sent again for the repeat that it is', async () => {
      const storage = await openProvisioned();
      const envelope = await makeEnvelope(await makeStation());
      await storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, 1);
      await finish(storage, envelope.manifest.envelopeId);
      await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 1, limit: 10 }, 2);
      expect((await storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, 3)).kind).toBe('repeated');
      expect(await storage.envelopes.findBytes(sampleMunicipality, envelope.manifest.envelopeId)).toBeUndefined();
    });

    it('lacks what has lost its bytes, secured or not, until it is stored again; what was purged stays purged', async () => {
      const storage = await openProvisioned();
      const [lost, altered, purged, whole] = await Promise.all(
        Array.from({ length: 4 }, async () => makeEnvelope(await makeStation())),
      );
      const all = [lost, altered, purged, whole].flatMap((envelope) => envelope ?? []);
      const ids = all.map(({ manifest }) => manifest.envelopeId);
      const storeAgain = (envelope: (typeof all)[number]) =>
        storage.envelopes.store({ ...envelope, bytes: envelope.bytes.slice(), state: 'stored' }, issueReceipt, 5);
      for (const envelope of all) await storeAgain(envelope);
      for (const id of ids.slice(0, 3)) await storage.envelopes.markSecured(sampleMunicipality, id, 5);
      await finish(storage, ids[2] ?? '');
      await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: Date.now(), limit: 10 }, Date.now());
      await harness.damageBytes(ids[0] ?? '', undefined);
      await harness.damageBytes(ids[1] ?? '', new Uint8Array(7));
      expect(await storage.envelopes.giveUpDamaged(sampleMunicipality, 6)).toEqual(ids.slice(0, 2));
      expect(await storage.envelopes.giveUpDamaged(otherMunicipality, 6)).toEqual([]);
      const custody = { lacking: ids.slice(0, 2), secured: [ids[2]] };
      expect(await storage.envelopes.custodyOf(sampleMunicipality, ids)).toEqual(custody);
      for (const envelope of all) expect((await storeAgain(envelope)).kind).toBe('repeated');
      expect(await storage.envelopes.custodyOf(sampleMunicipality, ids)).toEqual({ lacking: [], secured: ids.slice(0, 3) });
      expect(await storage.envelopes.findBytes(sampleMunicipality, ids[1] ?? '')).toEqual(altered?.bytes);
      expect(await storage.envelopes.findBytes(sampleMunicipality, ids[2] ?? '')).toBeUndefined();
      const told = ['envelopeBytesLost', 'envelopeBytesLost', 'envelopeBytesReturned', 'envelopeBytesReturned'];
      expect((await eventsOf(storage)).slice(-4)).toEqual(told);
      expect((await storage.envelopes.list(sampleMunicipality, { after: 0, limit: 9 })).envelopes).toHaveLength(4);
    });

    it('purges no more at once than it is asked to', async () => {
      const storage = await openProvisioned();
      for (const id of [await put(storage), await put(storage), await put(storage)]) {
        await finish(storage, id);
      }
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 1, limit: 2 }, 2)).toBe(2);
      expect(await storage.envelopes.purgeDone(sampleMunicipality, { untilMs: 1, limit: 2 }, 2)).toBe(1);
    });

    it('releases a held envelope once, in the name of who decided, and no other', async () => {
      const storage = await openProvisioned();
      const [held, stored] = [await put(storage, 'held'), await put(storage)];
      const release = (id: string, clerk: string) => storage.envelopes.release(sampleMunicipality, id, clerk, 2);
      expect(await release(stored, '見本 次郎')).toBe('notHeld');
      expect(await release(crypto.randomUUID(), '見本 次郎')).toBe('unknown');
      expect(await storage.envelopes.release(otherMunicipality, held, '見本 次郎', 2)).toBe('unknown');
      expect(await release(held, '見本 次郎')).toBe('released');
      expect(await release(held, '見本 三郎')).toBe('released');
      const releases = (await storage.audit.list(sampleMunicipality)).filter(({ kind }) => kind === 'envelopeReleased');
      expect(releases.map(({ facts }) => facts)).toEqual([{ envelopeId: held, clerk: '見本 次郎' }]);
      expect(await storage.envelopes.find(sampleMunicipality, held)).toMatchObject({ isReleased: true });
    });

    it('is in another epoch after a restore, which every municipality’s audit tells of', async () => {
      const storage = await openProvisioned();
      const first = await storage.epochs.current();
      expect(await storage.epochs.current()).toBe(first);
      const second = await storage.epochs.begin(5);
      expect(second).not.toBe(first);
      expect(await (await harness.open()).epochs.current()).toBe(second);
      for (const code of [sampleMunicipality, otherMunicipality]) {
        expect((await storage.audit.list(code)).at(-1)).toMatchObject({ kind: 'serverRestored', facts: { epoch: 2 } });
      }
    });
  });
}
