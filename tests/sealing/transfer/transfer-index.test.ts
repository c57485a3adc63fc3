import { expect, it } from 'vitest';
import { type TransferIndex, transferIndexAudience } from '../../../src/protocol/transfer/transfer-index';
import { signerOf } from '../../../src/sealing/station-keys';
import { signTransferIndex, verifyTransferIndex } from '../../../src/sealing/transfer/transfer-index';
import { sampleMunicipality, sampleStationCode } from '../../support/sample-application';
import { makeParties } from '../../support/sealed-sample';

const indexOf = (stationId: string): TransferIndex => ({
  aud: transferIndexAudience,
  transferVersion: 1,
  stationId,
  stationCode: sampleStationCode,
  municipality: sampleMunicipality,
  madeAt: '2026-11-20T08:00:00.000Z',
  part: 1,
  parts: 1,
  items: [],
});

it('an index is believed by the key of the station that it names', async () => {
  const { keys, findStationKey } = await makeParties();
  const index = indexOf(keys.stationId);
  const jws = await signTransferIndex(index, signerOf(keys));
  await expect(verifyTransferIndex(jws, findStationKey)).resolves.toEqual(index);
  await expect(verifyTransferIndex(jws, () => undefined)).resolves.toBeUndefined();
});

it('an index in the name of another station is not believed, though both are known', async () => {
  const [one, other] = [await makeParties(), await makeParties()];
  const jws = await signTransferIndex(indexOf(other.keys.stationId), signerOf(one.keys));
  const findAny = (id: string) => one.findStationKey(id) ?? other.findStationKey(id);
  await expect(verifyTransferIndex(jws, findAny)).resolves.toBeUndefined();
});
