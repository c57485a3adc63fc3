import type { Clock } from '../../../src/sync/device-ports';

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** A clock that moves only by hand. */
export class HandClock implements Clock {
  #nowMs = Date.parse('2026-11-20T01:00:00Z');
  readonly #timers = new Set<Timer>();
  #onSet: (() => void) | undefined;

  readonly nowMs = (): number => this.#nowMs;

  setTimer(callback: () => void, delayMs: number): () => void {
    const timer = { atMs: this.#nowMs + delayMs, callback };
    this.#timers.add(timer);
    this.#onSet?.();
    this.#onSet = undefined;
    return () => this.#timers.delete(timer);
  }

  /** When the next timer will ring; waits for one to be set. This is the end of a run. */
  async nextAtMs(): Promise<number> {
    if (this.#timers.size === 0) {
      await new Promise<void>((resolve) => {
        this.#onSet = resolve;
      });
    }
    return Math.min(...[...this.#timers].map(({ atMs }) => atMs));
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
