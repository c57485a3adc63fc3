import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/server/storage/storage';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

const roster = (letter: string, destroyAtMs: number) => ({ digest: letter.repeat(43), armored: `sealed ${letter}`, destroyAtMs });

export function rosterContract(harness: StorageHarness): void {
  describe('rosters', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      await provision(storage, await makeOffice(otherMunicipality));
      return storage;
    };
    const kindsOf = async (storage: Storage): Promise<readonly string[]> =>
      (await storage.audit.list(sampleMunicipality)).map(({ kind }) => kind).filter((kind) => kind.startsWith('roster'));

    it('are found by their digest, by their own municipality, also on another node', async () => {
      const storage = await openProvisioned();
      const kept = roster('A', 100);
      expect(await storage.rosters.store(sampleMunicipality, kept, 1)).toBe('stored');
      expect(await storage.rosters.store(sampleMunicipality, kept, 2)).toBe('repeated');
      expect(await (await harness.open()).rosters.find(sampleMunicipality, kept.digest, 3)).toBe(kept.armored);
      expect(await storage.rosters.find(otherMunicipality, kept.digest, 3)).toBeUndefined();
      expect(await storage.rosters.find(sampleMunicipality, 'B'.repeat(43), 3)).toBeUndefined();
      expect(await kindsOf(storage)).toEqual(['rosterStored']);
    });

    it('are gone from the very time at which they are to be destroyed, and destroyed by the next write', async () => {
      const storage = await openProvisioned();
      const due = roster('A', 100);
      await storage.rosters.store(sampleMunicipality, due, 1);
      expect(await storage.rosters.find(sampleMunicipality, due.digest, 99)).toBe(due.armored);
      expect(await storage.rosters.find(sampleMunicipality, due.digest, 100)).toBeUndefined();
      await storage.rosters.store(sampleMunicipality, roster('B', 200), 100);
      expect(await storage.rosters.find(sampleMunicipality, due.digest, 1), 'not even by a clock set back').toBeUndefined();
      expect(await kindsOf(storage)).toEqual(['rosterStored', 'rosterDestroyed', 'rosterStored']);
    });

    it('are kept for longer where the office says so', async () => {
      const storage = await openProvisioned();
      await storage.rosters.store(sampleMunicipality, roster('A', 100), 1);
      expect(await storage.rosters.store(sampleMunicipality, roster('A', 300), 2)).toBe('stored');
      expect(await storage.rosters.find(sampleMunicipality, 'A'.repeat(43), 200)).toBe('sealed A');
    });

    it('are destroyed before their time by their own municipality alone, once', async () => {
      const storage = await openProvisioned();
      const { digest } = roster('A', 100);
      await storage.rosters.store(sampleMunicipality, roster('A', 100), 1);
      expect(await storage.rosters.remove(otherMunicipality, digest, 2)).toBe(false);
      expect(await storage.rosters.remove(sampleMunicipality, digest, 2)).toBe(true);
      expect(await storage.rosters.remove(sampleMunicipality, digest, 2)).toBe(false);
      expect(await storage.rosters.find(sampleMunicipality, digest, 2)).toBeUndefined();
    });
  });
}
