import { beforeEach, describe, expect, it } from 'vitest';
import { otherMunicipality, sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

export function municipalityContract(harness: StorageHarness): void {
  describe('municipalities', () => {
    beforeEach(() => harness.makeEmpty());

    it('finds a municipality by its code and by its administrator', async () => {
      const storage = await harness.open();
      const office = await makeOffice();
      await provision(storage, office);
      const expected = { code: office.code, configurationKey: office.configurationKey.key };
      expect(await storage.municipalities.find(office.code)).toEqual(expected);
      expect(await storage.municipalities.findOfAdministrator(office.administratorTokenDigest)).toEqual(expected);
      expect(await storage.municipalities.find(otherMunicipality)).toBeUndefined();
      expect(await storage.municipalities.findOfAdministrator('another digest')).toBeUndefined();
    });

    it('does nothing when the same municipality is set up again', async () => {
      const storage = await harness.open();
      const { code, configurationKey, administratorTokenDigest } = await makeOffice();
      const provisioning = { code, configurationKey: configurationKey.key, administratorTokenDigest };
      expect(await storage.municipalities.provision(provisioning, 1)).toEqual({ kind: 'provisioned' });
      expect(await storage.municipalities.provision(provisioning, 2)).toEqual({ kind: 'unchanged' });
      expect(await storage.audit.list(code)).toHaveLength(1);
    });

    it('replaces the token of an administrator: the old one opens nothing any more', async () => {
      const storage = await harness.open();
      const office = await makeOffice();
      await provision(storage, office);
      await provision(storage, { ...office, administratorTokenDigest: 'the new digest' });
      expect(await storage.municipalities.findOfAdministrator(office.administratorTokenDigest)).toBeUndefined();
      expect(await storage.municipalities.findOfAdministrator('the new digest')).toBeDefined();
    });

    it('never takes another configuration key for a municipality', async () => {
      const storage = await harness.open();
      const [office, impostor] = [await makeOffice(), await makeOffice()];
      await provision(storage, office);
      const { configurationKey, administratorTokenDigest } = impostor;
      const provisioning = { code: sampleMunicipality, configurationKey: configurationKey.key, administratorTokenDigest };
      expect(await storage.municipalities.provision(provisioning, 1)).toEqual({ kind: 'otherConfigurationKey' });
      expect((await storage.municipalities.find(sampleMunicipality))?.configurationKey).toEqual(office.configurationKey.key);
      expect(await storage.municipalities.findOfAdministrator(administratorTokenDigest)).toBeUndefined();
    });
  });
}
