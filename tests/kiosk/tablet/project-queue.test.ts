import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { projectQueue } from '../../../src/kiosk/tablet/project-queue';
import { noFigures, useTablet } from '../../../src/kiosk/tablet/tablet-store';
import type { Queue } from '../../../src/queue/queue';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const readMs = 5;

/** What the projection asks of a queue in which `sealed` envelopes lie. */
function askedQueue() {
  const listeners = new Set<() => void>();
  const asked = {
    sealed: 0,
    reads: 0,
    change: (): void => {
      asked.sealed += 1;
      for (const listener of listeners) listener();
    },
  };
  const figures = async (): Promise<typeof noFigures> => {
    asked.reads += 1;
    const { sealed } = asked;
    await new Promise((resolve) => setTimeout(resolve, readMs));
    return { ...noFigures, sealed };
  };
  const queue: Pick<Queue, 'figures' | 'openingFigures' | 'lastEntry' | 'subscribe'> & {
    voids: Pick<Queue['voids'], 'figures'>;
  } = {
    figures,
    openingFigures: () => Promise.resolve(noFigures),
    lastEntry: () => Promise.resolve(undefined),
    voids: { figures: () => Promise.resolve({ voided: 0, waiting: 0, refused: 0 }) },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  projectQueue(queue as Queue);
  return asked;
}

const shown = (): number => useTablet.getState().figures.sealed;

it('shows a single change at once', async () => {
  const asked = askedQueue();
  await vi.advanceTimersByTimeAsync(2000);
  asked.change();
  await vi.advanceTimersByTimeAsync(readMs);
  expect(shown()).toBe(1);
});

it('reads about once a second while one change follows the other, and shows the last of them within a second', async () => {
  const asked = askedQueue();
  for (let ms = 0; ms < 10_000; ms += 10) {
    asked.change();
    await vi.advanceTimersByTimeAsync(10);
    if (ms === 5000) asked.reads = 0;
  }
  expect(asked.reads).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(1000 + readMs);
  expect(shown()).toBe(1000);
});
