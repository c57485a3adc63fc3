import type { Configuration } from '../protocol/configuration';
import type { Queue } from '../queue/queue';
import type { StationKeys } from '../sealing/station-keys';
import type { ApiClient } from './api-client';
import { checkCustody } from './custody';
import { deliveryStateOf, initialLoop, type LoopEffect, type LoopEvent, stepLoop, type Wish } from './delivery';
import type { Delivery, DeliveryState } from './delivery-state';
import type { Clock, DeviceSignals, RunnerLock } from './device-ports';
import { sendEnvelope } from './send-envelope';

export interface DeliveryPorts {
  readonly queue: Queue;
  readonly api: ApiClient;
  /** The verified configuration in use; undefined before the first one. */
  readonly findConfiguration: () => Promise<Configuration | undefined>;
  readonly findKeys: () => Promise<StationKeys | undefined>;
  readonly lock: RunnerLock;
  readonly clock: Clock;
  readonly signals: DeviceSignals;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
}

/** Runs the loop of `delivery.ts` on this tablet: does what it asks for and tells it what came of it. */
export function createDelivery(ports: DeliveryPorts): Delivery {
  const listeners = new Set<(state: DeliveryState) => void>();
  const work = createWork(ports);
  let loop = initialLoop;
  let stopListening: (() => void) | undefined;
  let pending: Promise<void> = Promise.resolve();
  let ending: Promise<void> = Promise.resolve();

  const dispatch = (event: LoopEvent): void => {
    const { state, effect } = stepLoop(loop, event, { nowMs: ports.clock.nowMs(), random: ports.random() });
    if (state === loop) return;
    loop = state;
    const shown = deliveryStateOf(loop);
    for (const listener of listeners) queueMicrotask(() => listener(shown));
    if (effect) pending = perform(effect);
  };
  const perform = async (effect: LoopEffect): Promise<void> => {
    const outcome = await work.perform(effect, () => want('timer')).catch(queueUnreadable);
    if (outcome) dispatch(outcome);
  };
  const want = (by: Wish): void => dispatch({ kind: 'wanted', by });

  return {
    start: () => {
      stopListening ??= listen(ports, want);
      // Not before an earlier session has let its lock go.
      void ending.then(() => stopListening && want('start'));
    },
    stop: () => {
      stopListening?.();
      stopListening = undefined;
      const interrupted = pending;
      dispatch({ kind: 'stopped' });
      ending = interrupted.then(work.release);
      return ending;
    },
    nudge: () => want('hand'),
    state: () => deliveryStateOf(loop),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function listen({ queue, signals }: DeliveryPorts, want: (by: Wish) => void): () => void {
  const ends = [queue.subscribe(() => want('queue')), signals(want)];
  return () => {
    for (const end of ends) end();
  };
}

/** The database is gone or full: nothing is lost, and later may be better. */
function queueUnreadable(): LoopEvent {
  return { kind: 'failed', concerns: 'run', reason: 'queueUnreadable', retryAfterMs: null };
}

interface Work {
  /** Does one thing and tells what came of it; rejects where the queue cannot be used. */
  perform(effect: LoopEffect, onWake: () => void): Promise<LoopEvent | undefined>;
  release(): void;
}

function createWork(ports: DeliveryPorts): Work {
  const send = { ...ports, nowMs: ports.clock.nowMs };
  let session = new AbortController();
  let releaseLock: (() => void) | undefined;
  let endWake: (() => void) | undefined;

  const release = (): void => {
    releaseLock?.();
    releaseLock = undefined;
  };
  const begin = async (): Promise<LoopEvent> => {
    endWake?.();
    if (session.signal.aborted) session = new AbortController();
    releaseLock = await ports.lock.acquire(session.signal);
    await ports.queue.returnInterrupted();
    return { kind: 'begun', lastDeliveryAtMs: (await ports.queue.lastDeliveryAtMs()) ?? null };
  };
  const choose = async (after: number): Promise<LoopEvent> => {
    const entry = await ports.queue.oldestWaiting(after);
    return entry ? { kind: 'chosen', envelopeId: entry.envelopeId, sequence: entry.sequence } : { kind: 'noneWaiting' };
  };
  const perform: Work['perform'] = async (effect, onWake) => {
    switch (effect.kind) {
      case 'begin':
        return begin();
      case 'choose':
        return choose(effect.after);
      case 'send':
        return sendEnvelope(effect.envelopeId, send, session.signal);
      case 'checkCustody':
        return { kind: 'custodyChecked', ...(await checkCustody(send, session.signal)) };
      case 'pause':
        release();
        endWake = ports.clock.setTimer(onWake, effect.delayMs);
        return undefined;
      case 'halt':
        session.abort();
        endWake?.();
        return undefined;
    }
  };
  return { perform, release };
}
