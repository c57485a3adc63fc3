import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/queue/database';
import { databaseStationStore } from '../../src/queue/database-station-store';
import type { DeviceFacts, StationRecord, StationStore } from '../../src/queue/station-store';
import { makeStationKeys, publicKeyOf, signStationRequest, verifyStationRequest } from '../../src/sealing/station-keys';
import { sampleMunicipality, samplePublicKey, sampleStationCode } from '../support/sample-application';

const request = { method: 'GET', path: '/api/v1/configuration' };
const configuration = { jws: 'header.configuration.signature', etag: '"1"' };

async function pendingStation(): Promise<StationRecord> {
  return {
    keys: await makeStationKeys(),
    state: 'pending',
    stationCode: sampleStationCode,
    municipality: sampleMunicipality,
    configurationKey: samplePublicKey,
    fingerprint: '012345',
  };
}

describe('what the tablet knows of itself', () => {
  let name: string;
  let store: StationStore;
  beforeEach(() => {
    name = `station-${uuidv7()}`;
    store = databaseStationStore(openDatabase(name));
  });

  it('survives a restart with keys that sign and cannot be read', async () => {
    const station = await pendingStation();
    await store.saveStation(station);
    const found = await databaseStationStore(openDatabase(name)).findStation();
    if (!found) throw new Error('the station was not kept');
    expect(found).toMatchObject({ state: 'pending', fingerprint: '012345', stationCode: sampleStationCode });
    const signed = await signStationRequest(request, 0, found.keys);
    const publicKey = await publicKeyOf(station.keys.signing);
    expect(await verifyStationRequest(signed, request, () => publicKey)).toBe(true);
    for (const pair of [found.keys.signing, found.keys.agreement]) {
      expect(pair.privateKey.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow();
    }
  });

  it('keeps the first keys made for a code, also when two tabs try it at once', async () => {
    const attempts = [await makeStationKeys(), await makeStationKeys()].map((keys) => ({ codeId: 'code', keys }));
    const kept = await Promise.all(attempts.map((attempt) => store.keepAttempt(attempt)));
    const ids = kept.map(({ keys }) => keys.stationId);
    expect(new Set(ids).size).toBe(1);
    expect((await store.findAttempt('code'))?.keys.stationId).toBe(ids[0]);
  });

  it('becomes active together with its first configuration, and forgets its attempts', async () => {
    const station = await pendingStation();
    await store.keepAttempt({ codeId: 'code', keys: station.keys });
    await store.saveStation(station);
    expect(await store.saveConfiguration(configuration, station.keys.stationId)).toBe(true);
    expect((await store.findStation())?.state).toBe('active');
    expect(await store.findConfiguration()).toEqual(configuration);
    expect(await store.findAttempt('code')).toBeUndefined();
  });

  it('takes no configuration that was fetched for the station it was before', async () => {
    const former = await pendingStation();
    await store.saveStation(await pendingStation());
    expect(await store.saveConfiguration(configuration, former.keys.stationId)).toBe(false);
    expect(await store.findConfiguration()).toBeUndefined();
    expect((await store.findStation())?.state).toBe('pending');
  });

  it('drops the configuration of an office it no longer belongs to', async () => {
    const station = await pendingStation();
    await store.saveStation(station);
    await store.saveConfiguration(configuration, station.keys.stationId);
    await store.saveStation({ ...station, configurationKey: await publicKeyOf(station.keys.signing) });
    expect(await store.findConfiguration()).toBeUndefined();
  });

  it('remembers the opening and the clock apart from each other', async () => {
    expect(await store.getDeviceFacts()).toMatchObject({
      openingId: null,
      serverOffsetMs: null,
      wrongPins: 0,
      pinWaitUntilMs: 0,
    });
    await store.saveDeviceFacts({ openingId: 'opening-1' });
    await store.saveDeviceFacts({ serverOffsetMs: -1500 });
    expect(await store.getDeviceFacts()).toMatchObject({ openingId: 'opening-1', serverOffsetMs: -1500 });
  });

  it('reads what an earlier version wrote: facts of today are unknown, none is lost', async () => {
    const name = `station-${uuidv7()}`;
    const database = openDatabase(name);
    const facts = { openingId: 'opening-1', serverOffsetMs: 5, wrongPins: 2, pinWaitUntilMs: 7 };
    await database.write(['device'], (transaction) =>
      transaction.objectStore('device').put({ name: 'facts', facts: facts as unknown as DeviceFacts }),
    );
    expect(await databaseStationStore(database).getDeviceFacts()).toMatchObject({ ...facts, configurationCheckedAtMs: null });
  });
});
