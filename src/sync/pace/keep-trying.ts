import type { Clock, DeviceSignals } from '../device-ports';
import { restDelayMs } from './backoff';

export interface TryingPorts {
  readonly clock: Clock;
  readonly signals: DeviceSignals;
  readonly random: () => number;
}

/**
 * Tries until it succeeds: rests longer after every failure, and tries at once where the device noticed something.
 *
 * @param attempt whether it succeeded; never rejects, and never runs twice at once
 * @returns how to try at once
 */
export function keepTrying(attempt: () => Promise<boolean>, { clock, signals, random }: TryingPorts): () => void {
  let failures = 0;
  let isRunning = false;
  let cancelTimer = (): void => undefined;
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    cancelTimer();
    const isDone = await attempt();
    isRunning = false;
    if (isDone) stopListening();
    else cancelTimer = clock.setTimer(() => void run(), restDelayMs(failures++, null, random()));
  };
  const runNow = (): void => {
    failures = 0;
    void run();
  };
  const stopListening = signals(runNow);
  void run();
  return runNow;
}
