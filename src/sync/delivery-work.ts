import type { Configuration } from '../protocol/configuration';
import type { PublicKey } from '../protocol/fields';
import type { Entry, Refusal } from '../queue/entry';
import type { Queue } from '../queue/queue';
import type { StationKeys } from '../sealing/station-keys';
import type { ApiClient } from './api-client';
import { checkCustody } from './custody';
import type { LoopEffect, LoopEvent } from './loop/loop-events';
import type { Clock, DeviceSignals, RunnerLock } from './device-ports';
import type { Sender } from './send-items';
import { findVoidedEnvelope, findVoidsAfter, voidItemId, voidItemSequence } from './voids/void-item';

export interface DeliveryPorts {
  readonly queue: Queue;
  readonly api: ApiClient;
  /** The verified configuration in use; undefined before the first one. */
  readonly findConfiguration: () => Promise<Configuration | undefined>;
  readonly findKeys: () => Promise<StationKeys | undefined>;
  /** The office's configuration key, which was pinned at enrolment. */
  readonly findOfficeKey: () => Promise<PublicKey | undefined>;
  readonly lock: RunnerLock;
  readonly clock: Clock;
  readonly signals: DeviceSignals;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
}

/** Entries read at once. */
const lookAhead = 64;

/** Does what the loop asks for. */
export class DeliveryWork {
  readonly #ports: DeliveryPorts;
  readonly #onWake: () => void;
  #session = new AbortController();
  #releaseLock: (() => void) | undefined;
  #endWake: (() => void) | undefined;
  #sender: Sender | undefined;
  #width = 0;
  /** What waited when the queue was asked last, oldest first; each is looked at again when it is marked. */
  #ahead: readonly Entry[] = [];
  #lookedAfter = 0;

  constructor(ports: DeliveryPorts, onWake: () => void) {
    this.#ports = ports;
    this.#onWake = onWake;
  }

  /** Tells what came of it; rejects where the queue cannot be used. */
  async perform(effect: LoopEffect): Promise<LoopEvent | undefined> {
    const ports = { ...this.#ports, nowMs: this.#ports.clock.nowMs };
    switch (effect.kind) {
      case 'begin':
        return this.#begin();
      case 'choose':
        return this.#choose(effect.after);
      case 'send':
        return (await this.#getSender()).send(effect.envelopeId, this.#session.signal);
      case 'refuse':
        await refuseItem(effect.envelopeId, effect.code, ports.queue);
        return { kind: 'passed' };
      case 'giveBack':
        // A void was never marked as being sent.
        if (findVoidedEnvelope(effect.envelopeId) === undefined) await ports.queue.markWaiting([effect.envelopeId]);
        return effect.failure;
      case 'checkCustody':
        return { kind: 'custodyChecked', ...(await checkCustody(ports, this.#session.signal)) };
      case 'pause':
        this.release();
        this.#endWake = this.#ports.clock.setTimer(this.#onWake, effect.delayMs);
        return undefined;
      case 'halt':
        this.#session.abort();
        this.#endWake?.();
        return undefined;
    }
  }

  /** How many items go at once from now on; 0 where nothing is to be sent any more. */
  setWidth(width: number): void {
    this.#width = width;
    this.#sender?.gate.setWidth(width);
  }

  /** The loop has been told what came of it: only now may the next item go in its place. */
  end(effect: LoopEffect): void {
    if (effect.kind === 'send') this.#sender?.gate.leave(effect.envelopeId);
  }

  /** Lets the lock go, where it is held. */
  release(): void {
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }

  /** Read with the first item: until then nobody has been served, and the home screen is there sooner. */
  async #getSender(): Promise<Sender> {
    const { createSender } = await import('./send-items');
    this.#sender ??= createSender({ ...this.#ports, nowMs: this.#ports.clock.nowMs });
    this.#sender.gate.setWidth(this.#width);
    return this.#sender;
  }

  async #begin(): Promise<LoopEvent> {
    this.#endWake?.();
    if (this.#session.signal.aborted) this.#session = new AbortController();
    this.#releaseLock = await this.#ports.lock.acquire(this.#session.signal);
    await this.#ports.queue.returnInterrupted();
    return { kind: 'begun', lastDeliveryAtMs: (await this.#ports.queue.lastDeliveryAtMs()) ?? null };
  }

  async #choose(after: number): Promise<LoopEvent> {
    const { queue } = this.#ports;
    const voidsAfter = findVoidsAfter(after);
    const entry = voidsAfter === undefined ? await this.#nextEntry(after) : undefined;
    if (entry) return { kind: 'chosen', envelopeId: entry.envelopeId, sequence: entry.sequence, bytes: entry.size };
    const record = await queue.voids.oldestWaiting(voidsAfter);
    if (!record) return { kind: 'noneWaiting' };
    const { envelopeId, sequence, voidJws } = record;
    const [itemId, itemSequence] = [voidItemId(envelopeId), voidItemSequence(sequence)];
    return { kind: 'chosen', envelopeId: itemId, sequence: itemSequence, bytes: voidJws.length };
  }

  async #nextEntry(after: number): Promise<Entry | undefined> {
    // From the front the run looks for what has come back to waiting; from behind a scout, for what it went past.
    this.#ahead = after > this.#lookedAfter ? this.#ahead.filter(({ sequence }) => sequence > after) : [];
    this.#lookedAfter = after;
    if (this.#ahead.length === 0) this.#ahead = await this.#ports.queue.listWaiting(lookAhead, after);
    return this.#ahead[0];
  }
}

async function refuseItem(itemId: string, refusal: Refusal, queue: Queue): Promise<void> {
  const voided = findVoidedEnvelope(itemId);
  if (voided === undefined) await queue.markRefused(itemId, refusal);
  else if (refusal !== 'bytes-unreadable' && refusal !== 'kept-in-file') await queue.voids.markRefused(voided, refusal);
}
