import { openChangeChannel } from '../../queue/change-channel';
import { type Database, openDatabase } from '../../queue/database';
import { databaseQueueStore } from '../../queue/database-queue-store';
import { databaseStationStore } from '../../queue/database-station-store';
import { createQueue, type Queue } from '../../queue/queue';
import { keepingOf } from '../../queue/bytes/sealed-bytes';
import { databaseRosterStore } from '../../queue/rosters/database-roster-store';
import type { RosterStore } from '../../queue/rosters/roster-store';
import type { StationStore } from '../../queue/station-store';
import { type ApiClient, createApiClient } from '../../sync/api-client';
import { createDelivery } from '../../sync/delivery-runner';
import type { Delivery } from '../../sync/delivery-state';
import { isDeliverMessage } from '../../service-worker/messages';
import { onlyNews } from '../../sync/http/only-news';
import { browserClock, browserRunnerLock, browserSignals } from '../../sync/device-ports';
import { useTablet } from './tablet-store';

/** Everything outside the screens that this tablet has one of. */
export interface TabletPorts {
  readonly database: Database;
  readonly queue: Queue;
  readonly stationStore: StationStore;
  readonly rosters: RosterStore;
  readonly api: ApiClient;
  readonly delivery: Delivery;
}

/** Puts the tablet together: the browser's storage, network, lock and clock behind the ports. */
export function createTabletPorts(): TabletPorts {
  const database = openDatabase();
  const stationStore = databaseStationStore(database);
  const queue = createQueue(databaseQueueStore(database, keepingOf(navigator.vendor)), openChangeChannel());
  const api: ApiClient = createApiClient({
    origin: '',
    fetch: (input, init) => fetch(input, init),
    nowMs: () => Date.now(),
    isOnline: () => navigator.onLine,
    timeoutSignal: (timeoutMs) => AbortSignal.timeout(timeoutMs),
    onRestored: () => delivery.noteRestored(),
    recordServerOffset: onlyNews((serverOffsetMs) => stationStore.saveDeviceFacts({ serverOffsetMs })),
  });
  const delivery: Delivery = createDelivery({
    queue,
    api,
    findConfiguration: () => Promise.resolve(useTablet.getState().configuration),
    findKeys: async () => (await stationStore.findStation())?.keys,
    findOfficeKey: async () => (await stationStore.findStation())?.configurationKey,
    lock: browserRunnerLock(),
    clock: browserClock,
    signals: browserSignals(isDeliverMessage),
    random: Math.random,
  });
  return { database, queue, stationStore, rosters: databaseRosterStore(database), api, delivery };
}
