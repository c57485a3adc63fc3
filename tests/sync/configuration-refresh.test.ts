import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/protocol/configuration';
import { openDatabase } from '../../src/queue/database';
import { databaseStationStore } from '../../src/queue/database-station-store';
import type { StationRecord, StationStore } from '../../src/queue/station-store';
import { signConfiguration } from '../../src/sealing/configuration';
import { makeStationKeys, publicKeyOf, signerOf, type StationKeys } from '../../src/sealing/station-keys';
import type { ConfigurationAnswer } from '../../src/sync/api-client';
import { readCachedConfiguration, refreshConfiguration } from '../../src/sync/configuration-refresh';
import { otherMunicipality, sampleConfiguration, sampleMunicipality, sampleStationCode } from '../support/sample-application';

let stationStore: StationStore;
let office: StationKeys;
let station: StationRecord;
let asked: (string | null)[];
beforeEach(async () => {
  stationStore = databaseStationStore(openDatabase(`configuration-${uuidv7()}`));
  office = await makeStationKeys();
  station = {
    keys: await makeStationKeys(),
    state: 'pending',
    stationCode: sampleStationCode,
    municipality: sampleMunicipality,
    configurationKey: await publicKeyOf(office.signing),
    fingerprint: '012345',
  };
  asked = [];
  await stationStore.saveStation(station);
});

async function configuration(overrides: Partial<Configuration> = {}): Promise<Configuration> {
  const listed = {
    id: station.keys.stationId,
    code: sampleStationCode,
    signingKey: await publicKeyOf(station.keys.signing),
    agreementKey: await publicKeyOf(station.keys.agreement),
    state: 'active',
  } as const;
  return sampleConfiguration({ stations: [listed], ...overrides });
}

const signed = async (overrides: Partial<Configuration> = {}, by = office): Promise<string> =>
  signConfiguration(await configuration(overrides), signerOf(by));

/** Refreshes against a server that answers so. */
function refresh(answer: ConfigurationAnswer): ReturnType<typeof refreshConfiguration> {
  const api = {
    getConfiguration: (_keys: StationKeys, etag: string | null) => {
      asked.push(etag);
      return Promise.resolve(answer);
    },
  };
  return refreshConfiguration({ api, stationStore });
}
const refreshTo = async (overrides: Partial<Configuration> = {}): ReturnType<typeof refreshConfiguration> =>
  refresh({ kind: 'configuration', jws: await signed(overrides), etag: `"${overrides.version ?? 1}"` });
const cachedVersion = async (): Promise<number | undefined> => {
  const cached = await readCachedConfiguration(stationStore);
  return cached.kind === 'ready' ? cached.configuration.version : undefined;
};

describe('a configuration from the server', () => {
  it('makes a pending station active and is there at the next start, with no network', async () => {
    expect(await readCachedConfiguration(stationStore)).toMatchObject({ kind: 'noConfiguration' });
    expect(await refreshTo()).toMatchObject({ kind: 'updated', configuration: { version: 1 } });
    expect((await stationStore.findStation())?.state).toBe('active');
    expect(await cachedVersion()).toBe(1);
  });

  it('is asked for by the one already here', async () => {
    await refreshTo();
    expect(await refresh({ kind: 'notModified' })).toEqual({ kind: 'unchanged' });
    expect(asked).toEqual([null, '"1"']);
  });

  it('is taken when it is newer, by epoch and then version', async () => {
    await refreshTo({ version: 5 });
    expect((await refreshTo({ version: 6 })).kind).toBe('updated');
    expect((await refreshTo({ epoch: 2, version: 1 })).kind).toBe('updated');
    expect(await cachedVersion()).toBe(1);
  });

  it('is not taken when it is older: a server restored from a backup does not turn the tablet back', async () => {
    await refreshTo({ epoch: 2, version: 5 });
    expect(await refreshTo({ epoch: 2, version: 4 })).toEqual({ kind: 'stale' });
    expect(await refreshTo({ epoch: 1, version: 9 })).toEqual({ kind: 'stale' });
    expect(await cachedVersion()).toBe(5);
  });

  it('by a newer office is taken, and there at the next start: an older tablet goes on with what it knows', async () => {
    const newer = { ...(await configuration()), ...{ ofTomorrow: { limit: 1 } } };
    const jws = await signConfiguration(newer, signerOf(office));
    expect(await refresh({ kind: 'configuration', jws, etag: null })).toMatchObject({ kind: 'updated' });
    expect(await cachedVersion()).toBe(1);
    expect((await stationStore.findConfiguration())?.jws).toBe(jws);
  });

  it('that is the same again changes nothing', async () => {
    const answer = { kind: 'configuration', jws: await signed(), etag: null } as const;
    await refresh(answer);
    expect(await refresh(answer)).toEqual({ kind: 'unchanged' });
  });

  it('signed by anybody but the office is refused and not stored', async () => {
    await refreshTo();
    const forged = await signed({ version: 9 }, await makeStationKeys());
    expect(await refresh({ kind: 'configuration', jws: forged, etag: null })).toEqual({ kind: 'altered' });
    expect(await cachedVersion()).toBe(1);
  });

  it('altered on the way is refused', async () => {
    const [header, payload, signature] = (await signed()).split('.');
    const altered = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace('見本市', '他所市');
    const jws = [header, Buffer.from(altered).toString('base64url'), signature].join('.');
    expect(await refresh({ kind: 'configuration', jws, etag: null })).toEqual({ kind: 'altered' });
    expect(await stationStore.findConfiguration()).toBeUndefined();
  });

  it.each([
    ['another municipality', { municipality: { code: otherMunicipality, name: '他所市', contact: '' } }],
    ['other stations', { stations: [] }],
  ])('meant for %s is refused', async (_whom, overrides) => {
    expect(await refreshTo(overrides)).toEqual({ kind: 'notForThisStation' });
    expect((await stationStore.findStation())?.state).toBe('pending');
  });

  it('that lists a waiting tablet without the word of whoever matched its digits is refused, whoever signed it', async () => {
    const [listed] = (await configuration()).stations;
    if (!listed) throw new Error('no station is listed');
    await stationStore.saveStation({ ...station, confirmation: 'c'.repeat(43) });
    expect(await refreshTo()).toEqual({ kind: 'notForThisStation' });
    expect(await refreshTo({ stations: [{ ...listed, confirmation: 'd'.repeat(43) }] })).toEqual({ kind: 'notForThisStation' });
    expect((await stationStore.findStation())?.state).toBe('pending');
    expect((await refreshTo({ stations: [{ ...listed, confirmation: 'c'.repeat(43) }] })).kind).toBe('updated');
    expect((await refreshTo({ version: 2 })).kind, 'once let in, the pinned key is enough').toBe('updated');
  });

  it('that revokes this station says so; what waits can still be delivered with the one before', async () => {
    await refreshTo();
    const [entry] = (await configuration()).stations;
    if (!entry) throw new Error('no station is listed');
    expect(await refreshTo({ version: 2, stations: [{ ...entry, state: 'revoked' }] })).toEqual({ kind: 'revoked' });
    expect(await cachedVersion()).toBe(1);
  });

  it('that comes when the tablet was enrolled again meanwhile is not taken, and not said to be', async () => {
    const jws = await signed();
    const getConfiguration = async (): Promise<ConfigurationAnswer> => {
      await stationStore.saveStation({ ...station, keys: await makeStationKeys() });
      return { kind: 'configuration', jws, etag: null };
    };
    expect(await refreshConfiguration({ api: { getConfiguration }, stationStore })).toEqual({ kind: 'unchanged' });
    expect(await stationStore.findConfiguration()).toBeUndefined();
  });

  it.each([
    ['station-pending', { kind: 'pending' }],
    ['station-revoked', { kind: 'revoked' }],
  ] as const)('is withheld: %s', async (code, expected) => {
    expect(await refresh({ kind: 'problem', code, retryAfterMs: null })).toEqual(expected);
  });

  it('needs a network, and says what is wrong with it', async () => {
    expect(await refresh({ kind: 'notOurServer' })).toEqual({ kind: 'notOurServer' });
  });
});

describe('the stored configuration', () => {
  it('is verified again at every start', async () => {
    await refreshTo();
    await stationStore.saveConfiguration({ jws: await signed({}, await makeStationKeys()), etag: null }, station.keys.stationId);
    expect(await readCachedConfiguration(stationStore)).toMatchObject({ kind: 'altered' });
  });

  it('is replaced by the server’s where it was damaged, whatever its etag was', async () => {
    await refreshTo();
    await stationStore.saveConfiguration({ jws: 'damaged', etag: '"1"' }, station.keys.stationId);
    expect((await refreshTo()).kind).toBe('updated');
    expect(asked).toEqual([null, null]);
  });

  it('of the station this tablet was before is none for the new one', async () => {
    await refreshTo();
    await stationStore.saveStation({ ...station, keys: await makeStationKeys() });
    expect(await readCachedConfiguration(stationStore)).toMatchObject({ kind: 'noConfiguration' });
  });

  it('of a tablet that is no station is not asked for', async () => {
    const fresh = databaseStationStore(openDatabase(`configuration-${uuidv7()}`));
    expect(await readCachedConfiguration(fresh)).toEqual({ kind: 'noStation' });
    const api = { getConfiguration: () => Promise.reject(new Error('nobody may ask')) };
    expect(await refreshConfiguration({ api, stationStore: fresh })).toEqual({ kind: 'noStation' });
  });
});
