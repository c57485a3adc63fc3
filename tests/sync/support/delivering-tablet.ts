import { v7 as uuidv7 } from 'uuid';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import type { Configuration } from '../../../src/protocol/configuration';
import type { PublicKey } from '../../../src/protocol/fields';
import type { Manifest } from '../../../src/protocol/manifest';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { createQueue, type Queue } from '../../../src/queue/queue';
import { sha256 } from '../../../src/sealing/digest';
import { signVoid } from '../../../src/sealing/void/void';
import { readUnverifiedManifest, signManifest } from '../../../src/sealing/manifest';
import { makeStationKeys, publicKeyOf, signerOf, type StationKeys } from '../../../src/sealing/station-keys';
import { createApiClient } from '../../../src/sync/api-client';
import { createDelivery } from '../../../src/sync/delivery-runner';
import type { Delivery, DeliveryState } from '../../../src/sync/delivery-state';
import type { RunnerLock } from '../../../src/sync/device-ports';
import { sampleConfiguration, sampleManifest, sampleStationCode } from '../../support/sample-application';
import type { BadServer } from './bad-server';
import { HandClock } from './hand-clock';

const base = sampleManifest();

/** A tablet with its database and keys; each `openTab` is one page session on it. */
export class DeliveringTablet {
  readonly clock = new HandClock();
  configuration: Configuration | undefined;
  isOnline = true;
  /** Whose voids it believes, besides its own. */
  officeKey: PublicKey | undefined;
  /** Where it sends to: its server, unless something stands before it. */
  origin: string;
  /** What the tab's fetch was called for, whether or not an answer came. */
  attempts = 0;
  readonly #name = `tablet-${uuidv7()}`;
  readonly #lock = fifoLock();
  #keys: StationKeys;

  private constructor(keys: StationKeys, server: BadServer) {
    this.#keys = keys;
    this.origin = server.origin;
  }

  static async enrolledAt(server: BadServer): Promise<DeliveringTablet> {
    const tablet = new DeliveringTablet(await makeStationKeys(), server);
    server.stationKey = await publicKeyOf(tablet.#keys.signing);
    tablet.configuration = sampleConfiguration({ serverKeys: [{ kid: server.kid, key: server.publicKey }] });
    return tablet;
  }

  /** As another station; what was sealed stays that of the one before. */
  async enrolAgainAt(server: BadServer): Promise<void> {
    this.#keys = await makeStationKeys();
    server.stationKey = await publicKeyOf(this.#keys.signing);
  }

  openTab(): Tab {
    const silent = { announce: () => undefined, listen: () => undefined, close: () => undefined };
    const queue = createQueue(databaseQueueStore(openDatabase(this.#name)), silent);
    return new Tab(queue, this.#openDelivery(queue), this.clock);
  }

  #openDelivery(queue: Queue): Delivery {
    const api = createApiClient({
      origin: '',
      fetch: (path, ...request) => {
        this.attempts += 1;
        return fetch(new URL(path as string, this.origin), ...request);
      },
      nowMs: this.clock.nowMs,
      isOnline: () => this.isOnline,
      timeoutSignal: () => new AbortController().signal,
      recordServerOffset: () => undefined,
    });
    return createDelivery({
      queue,
      api,
      findConfiguration: () => Promise.resolve(this.configuration),
      findKeys: () => Promise.resolve(this.#keys),
      findOfficeKey: () => Promise.resolve(this.officeKey),
      lock: this.#lock,
      clock: this.clock,
      signals: () => () => undefined,
      random: () => 0,
    });
  }

  /** The receipt that lies in the tablet's database. */
  async findReceipt(envelopeId: string): Promise<string | undefined> {
    const database = openDatabase(this.#name);
    const stored = await database.read(['receipts'], (transaction) => transaction.objectStore('receipts').get(envelopeId));
    database.close();
    return stored?.receiptJws;
  }

  /** Voids a sealed envelope as a supervisor does. */
  async void(queue: Queue, envelopeId: string): Promise<void> {
    const entry = await queue.findEntry(envelopeId);
    const sealed = await queue.readSealed(envelopeId);
    const manifest = sealed && readUnverifiedManifest(sealed.manifestJws);
    if (!entry || !manifest) throw new Error('nothing to void');
    const decision = { reason: 'wrongContent', attendantId: null, voidedAt: new Date(this.clock.nowMs()).toISOString() } as const;
    const signed = await signVoid(manifest, decision, signerOf(this.#keys));
    const { sequence, receptionNumber, stationId } = entry;
    const facts = { envelopeId, sequence, receptionNumber, stationId, voidedAtMs: this.clock.nowMs() };
    await queue.voids.add({ ...facts, reason: 'wrongContent', attendantId: null, ...signed });
  }

  /** Seals and appends envelopes with the next numbers; returns their ids, oldest first. */
  async seal(queue: Queue, count = 1): Promise<string[]> {
    const ids: string[] = [];
    for (let done = 0; done < count; done += 1) {
      const sequence = await queue.nextSequence();
      const bytes = crypto.getRandomValues(new Uint8Array(5000));
      const manifest: Manifest = {
        ...base,
        envelopeId: uuidv7(),
        digest: await sha256(bytes),
        size: bytes.byteLength,
        stationId: this.#keys.stationId,
        sequence,
        receptionNumber: receptionNumberOf(sampleStationCode, sequence),
      };
      await queue.append({ manifest, manifestJws: await signManifest(manifest, signerOf(this.#keys)), bytes });
      ids.push(manifest.envelopeId);
    }
    return ids;
  }
}

export class Tab {
  readonly queue: Queue;
  readonly delivery: Delivery;
  readonly #clock: HandClock;

  constructor(queue: Queue, delivery: Delivery, clock: HandClock) {
    this.queue = queue;
    this.delivery = delivery;
    this.#clock = clock;
  }

  /** Sets off a run and waits for its end: it then has set the timer for the next one. */
  async run(begin: () => void = () => this.delivery.nudge()): Promise<DeliveryState> {
    begin();
    await this.#clock.nextAtMs();
    return this.delivery.state();
  }

  /** The first run of a session. */
  async start(): Promise<DeliveryState> {
    return this.run(() => this.delivery.start());
  }

  async states(envelopeIds: readonly string[]): Promise<(string | undefined)[]> {
    const entries = await Promise.all(envelopeIds.map((id) => this.queue.findEntry(id)));
    return entries.map((entry) => entry?.state);
  }
}

/** One holder at a time, in the order of asking: what Web Locks do for the tabs of one browser. */
function fifoLock(): RunnerLock {
  let last: Promise<void> = Promise.resolve();
  return {
    acquire: async () => {
      const before = last;
      let release: () => void = () => undefined;
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return release;
    },
  };
}
