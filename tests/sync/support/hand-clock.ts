import type { Clock } from '../../../src/sync/device-ports';

interface Timer {
  readonly atMs: number;
  readonly delayMs: number;
  readonly callback: () => void;
}

/** Every rest between two runs takes longer; within a run marks gather for less. */
const isRest = ({ delayMs }: Timer): boolean => delayMs > 1000;

/** A clock that moves only by hand. */
export class HandClock implements Clock {
  #nowMs = Date.parse('2026-11-20T01:00:00Z');
  readonly #timers = new Set<Timer>();
  #onRest: (() => void) | undefined;

  readonly nowMs = (): number => this.#nowMs;

  setTimer(callback: () => void, delayMs: number): () => void {
    const timer = { atMs: this.#nowMs + delayMs, delayMs, callback };
    this.#timers.add(timer);
    if (isRest(timer)) this.#onRest?.();
    return () => this.#timers.delete(timer);
  }

  /** When the next rest will be over; waits for one to begin. This is the end of a run. */
  async nextAtMs(): Promise<number> {
    const rests = (): Timer[] => [...this.#timers].filter(isRest);
    if (rests().length === 0) {
      await new Promise<void>((resolve) => {
        this.#onRest = resolve;
      });
    }
    return Math.min(...rests().map(({ atMs }) => atMs));
  }

  moveTo(nowMs: number): void {
    this.#nowMs = nowMs;
    for (const timer of [...this.#timers]) {
      if (timer.atMs > nowMs) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}
