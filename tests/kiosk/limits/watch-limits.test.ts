import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultWorkLimits } from '../../../src/domain/submission/work-limits';
import { watchLimits } from '../../../src/kiosk/limits/watch-limits';
import { noFigures, useTablet } from '../../../src/kiosk/tablet/tablet-store';
import type { Entry } from '../../../src/queue/entry';
import { sampleConfiguration } from '../../support/sample-application';

const dayMs = 24 * 60 * 60 * 1000;
const nowMs = 1000 * dayMs;
const oldest = { sealedAtMs: nowMs - defaultWorkLimits.mostUndeliveredDays * dayMs } as Entry;

let undelivered: readonly Entry[];
let readings: (() => void)[];
let measurements: number;

beforeEach(() => {
  vi.useFakeTimers();
  [undelivered, readings, measurements] = [[], [], 0];
  useTablet.setState({ figures: noFigures, workNotices: [], configuration: sampleConfiguration() });
  const listUndelivered = (): Promise<readonly Entry[]> => {
    const found = undelivered;
    return new Promise((resolve) => readings.push(() => resolve(found)));
  };
  const facts = { serverOffsetMs: null, configurationCheckedAtMs: nowMs };
  const stationStore = { getDeviceFacts: () => Promise.resolve(facts as never), saveDeviceFacts: () => Promise.resolve() };
  watchLimits({ queue: { listUndelivered }, stationStore, nowMs: () => nowMs }, () => {
    measurements += 1;
    return Promise.resolve(null);
  });
});
afterEach(() => vi.useRealTimers());

async function answer(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
  readings.shift()?.();
  await vi.advanceTimersByTimeAsync(1);
}

const concerns = (): readonly string[] => useTablet.getState().workNotices.map(({ concern }) => concern);

it('sees what was sealed while it read how the tablet stands', async () => {
  await vi.advanceTimersByTimeAsync(1);
  undelivered = [oldest];
  useTablet.setState({ figures: { ...noFigures, sealed: 1, waiting: 1 } });
  await answer();
  await answer();
  expect(concerns()).toEqual(['undeliveredDays']);
});

it('goes by the figures that are shown, and measures the room no more often for them', async () => {
  await answer();
  const { mostUndelivered } = defaultWorkLimits;
  useTablet.setState({ figures: { ...noFigures, sealed: mostUndelivered, waiting: mostUndelivered } });
  await answer();
  expect(concerns()).toEqual(['undelivered']);
  expect(measurements).toBe(1);
});
