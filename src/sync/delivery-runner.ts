import { deliveryStateOf, initialLoop, type LoopState, stepLoop } from './delivery';
import type { Delivery, DeliveryState } from './delivery-state';
import { type DeliveryPorts, DeliveryWork } from './delivery-work';
import type { LoopEffect, LoopEvent, Wish } from './loop/loop-events';

/** Runs the loop of `delivery.ts` on this tablet: does what it asks for and tells it what came of it. */
export function createDelivery(ports: DeliveryPorts): Delivery {
  const listeners = new Set<Listener>();
  const tell = tellOfOthers(listeners);
  let loop = initialLoop;
  const pending = new Set<Promise<void>>();

  const dispatch = (event: LoopEvent): void => {
    const { state, effects } = stepLoop(loop, event, { nowMs: ports.clock.nowMs(), random: ports.random() });
    if (state === loop) return;
    loop = state;
    work.setWidth(widthOf(loop));
    tell(deliveryStateOf(loop));
    for (const effect of effects) {
      const ended = perform(effect).finally(() => pending.delete(ended));
      pending.add(ended);
    }
  };
  const want = (by: Wish): void => dispatch({ kind: 'wanted', by });
  const work = new DeliveryWork(ports, () => want('timer'));
  const perform = async (effect: LoopEffect): Promise<void> => {
    const outcome = await work.perform(effect).catch((): LoopEvent => ({ kind: 'queueUnreadable', during: effect.kind }));
    if (outcome) dispatch(outcome);
    work.end(effect);
  };
  /** Cuts off what is being done; fulfilled when nothing of it runs any more. */
  const halt = async (): Promise<void> => {
    const interrupted = [...pending];
    dispatch({ kind: 'stopped' });
    await Promise.all(interrupted);
    work.release();
  };

  const state = (): DeliveryState => deliveryStateOf(loop);
  return { ...createSession(ports, want, halt), nudge: () => want('hand'), state, subscribe: subscribeTo(listeners) };
}

/** How many items may go at once; 0 where nothing is to be sent any more. */
export const widthOf = ({ phase, ending, line }: LoopState): number => (phase === 'running' && !ending ? line.width : 0);

type Listener = (state: DeliveryState) => void;

function subscribeTo(listeners: Set<Listener>): Delivery['subscribe'] {
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

/** Most steps of the loop change nothing that is shown: of those nobody is told. */
function tellOfOthers(listeners: ReadonlySet<Listener>): Listener {
  let shown = deliveryStateOf(initialLoop);
  return (next) => {
    if (isOther(next, shown)) for (const listener of listeners) queueMicrotask(() => listener(next));
    shown = next;
  };
}

function isOther(next: DeliveryState, before: DeliveryState): boolean {
  const { phase, reason, nextAttemptAtMs, lastDeliveryAtMs } = next;
  const isSameWait = nextAttemptAtMs === before.nextAttemptAtMs && reason === before.reason;
  return phase !== before.phase || !isSameWait || lastDeliveryAtMs !== before.lastDeliveryAtMs;
}

/** Start and stop, in any order: a session begins only when the one before has let its lock go. */
function createSession(
  { queue, signals }: DeliveryPorts,
  want: (by: Wish) => void,
  halt: () => Promise<void>,
): Pick<Delivery, 'start' | 'stop' | 'noteRestored'> {
  let stopListening: (() => void)[] | undefined;
  let ending: Promise<void> = Promise.resolve();
  return {
    noteRestored: () => want('restored'),
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
