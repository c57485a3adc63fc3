import { beforeEach, describe, expect, it } from 'vitest';
import type { StationEntry } from '../../../src/protocol/configuration';
import type { Storage } from '../../../src/server/storage/storage';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeStation } from '../support/station';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

export function configurationContract(harness: StorageHarness): void {
  describe('configurations', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      await provision(storage, await makeOffice(otherMunicipality));
      return storage;
    };
    const publish = (storage: Storage, place: { epoch: number; version: number }, ...stations: StationEntry[]) => {
      const jws = `configuration ${place.epoch}.${place.version}`;
      return storage.configurations.publish(sampleMunicipality, { ...place, jws, stations }, 1);
    };

    it('goes only forward, by epoch and then version', async () => {
      const storage = await openProvisioned();
      expect(await storage.configurations.findCurrent(sampleMunicipality)).toBeUndefined();
      expect(await publish(storage, { epoch: 1, version: 9 })).toBe('published');
      expect(await publish(storage, { epoch: 1, version: 8 })).toBe('stale');
      expect(await publish(storage, { epoch: 2, version: 1 })).toBe('published');
      expect(await publish(storage, { epoch: 1, version: 10 })).toBe('stale');
      expect(await publish(storage, { epoch: 2, version: 1 })).toBe('repeated');
      const other = { epoch: 2, version: 1, jws: 'other text', stations: [] };
      expect(await storage.configurations.publish(sampleMunicipality, other, 1)).toBe('stale');
      expect(await (await harness.open()).configurations.findCurrent(sampleMunicipality)).toBe('configuration 2.1');
      expect(await storage.configurations.findCurrent(otherMunicipality)).toBeUndefined();
    });

    it('knows exactly the stations of the newest configuration', async () => {
      const storage = await openProvisioned();
      const [{ entry: first }, { entry: second }] = [await makeStation(), await makeStation()];
      await publish(storage, { epoch: 1, version: 1 }, first, second);
      await publish(storage, { epoch: 1, version: 2 }, { ...first, state: 'revoked' });
      const known = { id: first.id, signingKey: first.signingKey, state: 'revoked' };
      const found = await storage.configurations.findStation(first.id);
      expect(found?.municipality.code).toBe(sampleMunicipality);
      expect(found?.station).toEqual(known);
      expect(await storage.configurations.findStation(second.id)).toBeUndefined();
    });

    it('leaves a station with the municipality that knew it first', async () => {
      const storage = await openProvisioned();
      const { entry } = await makeStation();
      await publish(storage, { epoch: 1, version: 1 }, entry);
      const claim = { epoch: 1, version: 1, jws: 'claim', stations: [entry] };
      await storage.configurations.publish(otherMunicipality, claim, 2);
      expect((await storage.configurations.findStation(entry.id))?.municipality.code).toBe(sampleMunicipality);
    });
  });
}
