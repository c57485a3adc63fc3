import type { Database } from './database';
import type { DeviceFacts, StationStore } from './station-store';

/** There is one station, and one configuration for it. */
const only = 'current';
const noFacts: DeviceFacts = {
  openingId: null,
  serverOffsetMs: null,
  wrongPins: 0,
  pinWaitUntilMs: 0,
  configurationCheckedAtMs: null,
  lastTransferAtMs: null,
};

/** What this tablet is and was told, in the tablet's database. */
export function databaseStationStore(database: Database): StationStore {
  return { ...enrolment(database), ...configuration(database), ...deviceFacts(database) };
}

type Enrolment = Pick<StationStore, 'findStation' | 'saveStation' | 'keepAttempt' | 'findAttempt'>;

function enrolment(database: Database): Enrolment {
  return {
    findStation: () => database.read(['station'], (transaction) => transaction.objectStore('station').get(only)),
    saveStation: (station) =>
      database.write(['station', 'configuration'], async (transaction) => {
        const stations = transaction.objectStore('station');
        const previous = await stations.get(only);
        const isSameKey = previous?.configurationKey.x === station.configurationKey.x;
        if (!isSameKey) await transaction.objectStore('configuration').delete(only);
        await stations.put(station, only);
      }),
    keepAttempt: (attempt) =>
      database.write(['attempts'], async (transaction) => {
        const attempts = transaction.objectStore('attempts');
        const kept = await attempts.get(attempt.codeId);
        if (kept) return kept;
        await attempts.add(attempt);
        return attempt;
      }),
    findAttempt: (codeId) => database.read(['attempts'], (transaction) => transaction.objectStore('attempts').get(codeId)),
  };
}

function configuration(database: Database): Pick<StationStore, 'findConfiguration' | 'saveConfiguration'> {
  return {
    findConfiguration: () =>
      database.read(['configuration'], (transaction) => transaction.objectStore('configuration').get(only)),
    saveConfiguration: (stored, stationId) =>
      database.write(['station', 'attempts', 'configuration'], async (transaction) => {
        const stations = transaction.objectStore('station');
        const station = await stations.get(only);
        if (station?.keys.stationId !== stationId) return false;
        if (station.state === 'pending') {
          await stations.put({ ...station, state: 'active' }, only);
          await transaction.objectStore('attempts').clear();
        }
        await transaction.objectStore('configuration').put(stored, only);
        return true;
      }),
  };
}

function deviceFacts(database: Database): Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'> {
  return {
    getDeviceFacts: () =>
      database.read(['device'], async (transaction) => {
        const record = await transaction.objectStore('device').get('facts');
        // What an earlier version wrote may lack a fact of today.
        return record?.name === 'facts' ? { ...noFacts, ...record.facts } : noFacts;
      }),
    saveDeviceFacts: (facts) =>
      database.write(['device'], async (transaction) => {
        const device = transaction.objectStore('device');
        const record = await device.get('facts');
        const known = record?.name === 'facts' ? record.facts : noFacts;
        await device.put({ name: 'facts', facts: { ...known, ...facts } });
      }),
  };
}
