import { describe, expect, it } from 'vitest';
import { signConfiguration, verifyConfiguration, verifyWholeConfiguration } from '../../src/sealing/configuration';
import { makeSigningKeyFile, readSigningKeyFile } from '../../src/sealing/signing-key-file';
import { sampleConfiguration } from '../support/sample-application';

async function makeKey() {
  const kept = await readSigningKeyFile(await makeSigningKeyFile());
  if (!kept) throw new Error('a new key file could not be read');
  return kept;
}

describe('a configuration', () => {
  it('is taken from the pinned key and from no other', async () => {
    const [office, server] = [await makeKey(), await makeKey()];
    const configuration = sampleConfiguration();
    const jws = await signConfiguration(configuration, office.signer);
    await expect(verifyConfiguration(jws, office.key)).resolves.toEqual(configuration);
    await expect(verifyConfiguration(jws, server.key)).resolves.toBeUndefined();
    const misnamed = await signConfiguration(configuration, { kid: server.signer.kid, key: office.signer.key });
    await expect(verifyConfiguration(misnamed, office.key)).resolves.toBeUndefined();
    const forged = await signConfiguration(configuration, { kid: office.signer.kid, key: server.signer.key });
    await expect(verifyConfiguration(forged, office.key)).resolves.toBeUndefined();
  });

  it('altered on the way is refused', async () => {
    const office = await makeKey();
    const [header = '', body = '', signature = ''] = (await signConfiguration(sampleConfiguration(), office.signer)).split('.');
    const text = Buffer.from(body, 'base64url').toString().replace('"version":1', '"version":2');
    const altered = `${header}.${Buffer.from(text).toString('base64url')}.${signature}`;
    await expect(verifyConfiguration(altered, office.key)).resolves.toBeUndefined();
  });

  it('signed, but not in the agreed shape, is refused', async () => {
    const office = await makeKey();
    const jws = await signConfiguration(sampleConfiguration({ recipients: [] }), office.signer);
    await expect(verifyConfiguration(jws, office.key)).resolves.toBeUndefined();
  });

  it('by a newer office is read without what is not known, and is not to be changed and signed again', async () => {
    const office = await makeKey();
    const newer = { ...sampleConfiguration(), ofTomorrow: true };
    const jws = await signConfiguration(newer, office.signer);
    await expect(verifyConfiguration(jws, office.key)).resolves.toEqual(sampleConfiguration());
    await expect(verifyWholeConfiguration(jws, office.key)).resolves.toBeUndefined();
  });
});
