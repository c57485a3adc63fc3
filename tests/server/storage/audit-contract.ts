import { beforeEach, describe, expect, it } from 'vitest';
import { auditOrigin, findBreak } from '../../../src/server/storage/audit';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeEnvelope, makeStation } from '../support/station';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

export function auditContract(harness: StorageHarness): void {
  describe('audit', () => {
    beforeEach(() => harness.makeEmpty());

    it('chains every write of a municipality, and its head is in the receipt', async () => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      await provision(storage, await makeOffice(otherMunicipality));
      const station = await makeStation();
      const { entry } = station;
      await storage.configurations.publish(sampleMunicipality, { epoch: 1, version: 1, jws: 'a', stations: [entry] }, 1);
      const envelope = await makeEnvelope(station);
      const heads: string[] = [];
      const issueReceipt = (head: string): Promise<string> => Promise.resolve(`receipt ${heads.push(head)}`);
      await storage.envelopes.store({ ...envelope, state: 'held' }, issueReceipt, 2);
      const events = await storage.audit.list(sampleMunicipality);
      expect(events.map(({ kind }) => kind)).toEqual(['municipalityProvisioned', 'configurationPublished', 'envelopeHeld']);
      expect(events[0]?.previous).toBe(auditOrigin);
      expect(events.at(-1)?.hash).toBe(heads[0]);
      expect(findBreak(events)).toBeUndefined();
      expect(await storage.audit.list(otherMunicipality)).toHaveLength(1);
    });

    it('stays one unbroken chain when many write at once on two connections', async () => {
      const storages = [await harness.open(), await harness.open()] as const;
      await provision(storages[0], await makeOffice());
      const station = await makeStation();
      const envelopes = await Promise.all(Array.from({ length: 12 }, () => makeEnvelope(station)));
      const issueReceipt = (head: string): Promise<string> => Promise.resolve(head);
      await Promise.all(
        envelopes.map((envelope, index) =>
          storages[index % 2 === 0 ? 0 : 1].envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, index),
        ),
      );
      const events = await storages[1].audit.list(sampleMunicipality);
      expect(events).toHaveLength(13);
      expect(findBreak(events)).toBeUndefined();
    });

    it('shows where an event was changed, left out or moved', async () => {
      const storage = await harness.open();
      const office = await makeOffice();
      await provision(storage, office);
      for (const token of ['second', 'third', 'fourth']) await provision(storage, { ...office, administratorTokenDigest: token });
      const events = await storage.audit.list(sampleMunicipality);
      const changed = events.map((event, index) => (index === 1 ? { ...event, atMs: event.atMs + 1 } : event));
      expect(findBreak(changed)).toBe(2);
      expect(findBreak(events.filter((_, index) => index !== 2))).toBe(3);
      expect(findBreak([...events].reverse())).toBe(1);
    });
  });
}
