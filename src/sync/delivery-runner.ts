import { deliveryStateOf, initialLoop, type LoopEffect, type LoopEvent, stepLoop, type Wish } from './delivery';
import type { Delivery, DeliveryState } from './delivery-state';
import { type DeliveryPorts, DeliveryWork } from './delivery-work';

/** Runs the loop of `delivery.ts` on this tablet: does what it asks for and tells it what came of it. */
export function createDelivery(ports: DeliveryPorts): Delivery {
  const listeners = new Set<(state: DeliveryState) => void>();
  let loop = initialLoop;
  let pending: Promise<void> = Promise.resolve();

  const dispatch = (event: LoopEvent): void => {
    const { state, effect } = stepLoop(loop, event, { nowMs: ports.clock.nowMs(), random: ports.random() });
    if (state === loop) return;
    loop = state;
    const shown = deliveryStateOf(loop);
    for (const listener of listeners) queueMicrotask(() => listener(shown));
    if (effect) pending = perform(effect);
  };
  const want = (by: Wish): void => dispatch({ kind: 'wanted', by });
  const work = new DeliveryWork(ports, () => want('timer'));
  const perform = async (effect: LoopEffect): Promise<void> => {
    const outcome = await work.perform(effect).catch(queueUnreadable);
    if (outcome) dispatch(outcome);
  };
  /** Cuts off what is being done; fulfilled when nothing of it runs any more. */
  const halt = (): Promise<void> => {
    const interrupted = pending;
    dispatch({ kind: 'stopped' });
    return interrupted.then(() => work.release());
  };

  return {
    ...createSession(ports, want, halt),
    nudge: () => want('hand'),
    state: () => deliveryStateOf(loop),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Start and stop, in any order: a session begins only when the one before has let its lock go. */
function createSession(
  { queue, signals }: DeliveryPorts,
  want: (by: Wish) => void,
  halt: () => Promise<void>,
): Pick<Delivery, 'start' | 'stop'> {
  let stopListening: (() => void)[] | undefined;
  let ending: Promise<void> = Promise.resolve();
  return {
    start: () => {
      stopListening ??= [queue.subscribe(() => want('queue')), signals(want)];
      void ending.then(() => {
        if (stopListening) want('start');
      });
    },
    stop: () => {
      for (const end of stopListening ?? []) end();
      stopListening = undefined;
      ending = halt();
      return ending;
    },
  };
}

/** The database is gone or full: nothing is lost, and later may be better. */
function queueUnreadable(): LoopEvent {
  return { kind: 'failed', concerns: 'run', reason: 'queueUnreadable', retryAfterMs: null };
}
