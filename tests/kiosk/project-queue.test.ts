import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { projectQueue } from '../../src/kiosk/tablet/project-queue';
import { useTablet } from '../../src/kiosk/tablet/tablet-store';
import { useSession } from '../../src/kiosk/session/session-store';
import type { Queue } from '../../src/queue/queue';

const figures = { sealed: 0, waiting: 0, refused: 0, removed: 0, delivered: 0, voided: 0 };
let sealed: number;
let openingsRead: number;
let change: () => void;

/** A queue in which reading an opening takes a second. */
const queue = {
  figures: () => Promise.resolve({ ...figures, sealed }),
  voids: { figures: () => Promise.resolve(figures) },
  lastEntry: () => Promise.resolve(undefined),
  openingFigures: () => {
    openingsRead += 1;
    return new Promise((resolve) => setTimeout(() => resolve(figures), 1000));
  },
  subscribe: (listener: () => void) => {
    change = listener;
    return () => undefined;
  },
} as unknown as Queue;

beforeEach(() => {
  vi.useFakeTimers();
  [sealed, openingsRead] = [0, 0];
  useSession.setState({ opening: { id: 'o', day: '2026-11-25' } as never });
  projectQueue(queue);
});
afterEach(() => vi.useRealTimers());

it('shows at once what was sealed, however long the reading of the opening takes', async () => {
  sealed = 1;
  change();
  await vi.advanceTimersByTimeAsync(1);
  expect(useTablet.getState().figures.sealed).toBe(1);
});

it('reads the figures of the opening a fifth of the time at most while much is sent, and once more at the end', async () => {
  for (let elapsedMs = 0; elapsedMs < 58_000; elapsedMs += 100) {
    change();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(openingsRead).toBeLessThanOrEqual(12);
  const before = openingsRead;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(openingsRead).toBe(before + 1);
});

it('rests longer and longer while one change follows the other, and shows the last of them soon after', async () => {
  const readMs = 5;
  let reads = 0;
  const readSlowly = async () => {
    reads += 1;
    const atFirst = { ...figures, sealed };
    await new Promise((resolve) => setTimeout(resolve, readMs));
    return atFirst;
  };
  projectQueue({ ...queue, figures: readSlowly });
  for (let elapsedMs = 0; elapsedMs < 10_000; elapsedMs += 10) {
    if (elapsedMs === 5000) reads = 0;
    sealed += 1;
    change();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(reads).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(1000 + readMs);
  expect(useTablet.getState().figures.sealed).toBe(sealed);
});
