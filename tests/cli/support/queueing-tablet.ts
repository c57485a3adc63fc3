import { v7 as uuidv7 } from 'uuid';
import type { Configuration } from '../../../src/protocol/configuration';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { databaseStationStore } from '../../../src/queue/database-station-store';
import { createQueue, type Queue } from '../../../src/queue/queue';
import type { StationStore } from '../../../src/queue/station-store';
import { type ApiClient, createApiClient } from '../../../src/sync/api-client';
import { type ConfigurationRefresh, refreshConfiguration } from '../../../src/sync/configuration-refresh';
import { createDelivery } from '../../../src/sync/delivery-runner';
import type { Delivery, DeliveryState } from '../../../src/sync/delivery-state';
import { enrolStation } from '../../../src/sync/enrolment';
import { HandClock } from '../../sync/support/hand-clock';
import { sealNth, type Sealer } from './envelopes';
import type { OfficeWithServer } from './office-with-server';

/** The kiosk without its screens: its real queue, enrolment, configuration and delivery, against a real server. */
export class QueueingTablet {
  readonly clock = new HandClock();
  readonly queue: Queue;
  readonly stationStore: StationStore;
  readonly delivery: Delivery;
  configuration: Configuration | undefined;
  readonly #api: ApiClient;
  readonly #recipients: readonly string[];

  private constructor(serverUrl: string, recipients: readonly string[]) {
    const database = openDatabase(`queueing-${uuidv7()}`);
    const silent = { announce: () => undefined, listen: () => undefined, close: () => undefined };
    this.queue = createQueue(databaseQueueStore(database), silent);
    this.stationStore = databaseStationStore(database);
    this.#recipients = recipients;
    this.#api = createApiClient({
      origin: serverUrl,
      fetch: (...request) => fetch(...request),
      nowMs: Date.now,
      isOnline: () => true,
      timeoutSignal: () => new AbortController().signal,
      recordServerOffset: () => undefined,
      onRestored: () => this.delivery.noteRestored(),
    });
    this.delivery = createDelivery({
      queue: this.queue,
      api: this.#api,
      findConfiguration: () => Promise.resolve(this.configuration),
      findKeys: async () => (await this.stationStore.findStation())?.keys,
      findOfficeKey: async () => (await this.stationStore.findStation())?.configurationKey,
      lock: { acquire: () => Promise.resolve(() => undefined) },
      clock: this.clock,
      signals: () => () => undefined,
      random: () => 0,
    });
  }

  /** Enrolled by a code of this office and confirmed by its six digits. */
  static async confirmedAt({ run, server }: OfficeWithServer, recipients: readonly string[]): Promise<QueueingTablet> {
    const tablet = new QueueingTablet(server.url, recipients);
    const { terminal } = await run(['enrol']);
    const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
    const enrolment = await enrolStation(code.trim(), { api: tablet.#api, stationStore: tablet.stationStore });
    if (enrolment.kind !== 'pending') throw new Error(`not enrolled: ${enrolment.kind}`);
    const { stationCode, fingerprint } = enrolment.station;
    const { exitCode } = await run(['stations', 'confirm', stationCode, '--fingerprint', fingerprint]);
    if (exitCode !== 0 || (await tablet.refresh()).kind !== 'updated') throw new Error('not confirmed');
    return tablet;
  }

  async refresh(): Promise<ConfigurationRefresh> {
    const result = await refreshConfiguration({ api: this.#api, stationStore: this.stationStore });
    if (result.kind === 'updated') this.configuration = result.configuration;
    return result;
  }

  /** Seals and appends envelopes with the next numbers; returns their ids, oldest first. */
  async seal(count: number): Promise<string[]> {
    const station = await this.stationStore.findStation();
    if (!station) throw new Error('not enrolled');
    const sealer: Sealer = { keys: station.keys, stationCode: station.stationCode, recipients: this.#recipients };
    const ids: string[] = [];
    for (let done = 0; done < count; done += 1) {
      const sealed = await sealNth(sealer, await this.queue.nextSequence());
      await this.queue.append(sealed);
      ids.push(sealed.manifest.envelopeId);
    }
    return ids;
  }

  /** Sets off a run and waits for its end. */
  async run(begin: () => void = () => this.delivery.nudge()): Promise<DeliveryState> {
    begin();
    await this.clock.nextAtMs();
    return this.delivery.state();
  }

  async states(ids: readonly string[]): Promise<ReadonlySet<string | undefined>> {
    return new Set(await Promise.all(ids.map(async (id) => (await this.queue.findEntry(id))?.state)));
  }
}
