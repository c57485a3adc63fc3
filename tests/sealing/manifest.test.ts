import { describe, expect, it } from 'vitest';
import { receiptType } from '../../src/protocol/receipt';
import { signJws } from '../../src/sealing/jws';
import { signManifest, verifyManifest } from '../../src/sealing/manifest';
import { signerOf } from '../../src/sealing/station-keys';
import { sampleManifest } from '../support/sample-application';
import { makeParties } from '../support/sealed-sample';

describe('a manifest', () => {
  it('is verified by the key of the station that it names', async () => {
    const { keys, findStationKey } = await makeParties();
    const manifest = sampleManifest({ stationId: keys.stationId });
    const jws = await signManifest(manifest, signerOf(keys));
    await expect(verifyManifest(jws, findStationKey)).resolves.toEqual(manifest);
    await expect(verifyManifest(jws, () => undefined)).resolves.toBeUndefined();
  });

  it('in the name of another station is refused, though both are known', async () => {
    const [one, other] = [await makeParties(), await makeParties()];
    const jws = await signManifest(sampleManifest({ stationId: other.keys.stationId }), signerOf(one.keys));
    const findAny = (id: string) => one.findStationKey(id) ?? other.findStationKey(id);
    await expect(verifyManifest(jws, findAny)).resolves.toBeUndefined();
  });

  it('signed as something else is refused', async () => {
    const { keys, findStationKey } = await makeParties();
    const jws = await signJws(sampleManifest({ stationId: keys.stationId }), receiptType, signerOf(keys));
    await expect(verifyManifest(jws, findStationKey)).resolves.toBeUndefined();
  });
});
