import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  holdProgress,
  type ShutterState,
  shutterTimes,
  watchFrame,
  watching,
} from '../../../../src/domain/photo/coach/steady-shutter';

const { holdMs, graceMs, mostGapMs } = shutterTimes;

/** Frames as [ms since the one before, whether every check passes]. */
function run(frames: readonly (readonly [number, boolean])[]): ShutterState {
  let [state, atMs] = [watching, 0];
  for (const [gapMs, isGood] of frames) {
    atMs += gapMs;
    state = watchFrame(state, isGood, atMs);
  }
  return state;
}

const good = (times: number, gapMs = 100): [number, boolean][] => Array.from({ length: times }, () => [gapMs, true]);

it('releases once every check has held long enough, and not before', () => {
  expect(run(good(1 + holdMs / 100)).kind).toBe('released');
  expect(run(good(holdMs / 100)).kind).toBe('holding');
});

it('begins anew after a fault that lasts', () => {
  expect(run([...good(10), [100, false], [graceMs, false]])).toEqual(watching);
});

it('overlooks a blink, but does not count it', () => {
  const state = run([...good(11), [100, false], [100, true]]);
  expect(state).toMatchObject({ kind: 'holding', heldMs: 1100 });
});

it('never takes two moments far apart for one hold', () => {
  expect(run([...good(10), [mostGapMs + 1, true]])).toMatchObject({ kind: 'holding', heldMs: 0 });
});

it('stays released until there is a new one', () => {
  expect(run([...good(20), [100, false], [5000, false]]).kind).toBe('released');
});

it('releases only after at least so much time in which frames were good', () => {
  const frame = fc.tuple(fc.integer({ min: 16, max: 900 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 60 }), (frames) => {
      const state = run(frames);
      const goodMs = frames.reduce((sum, [gapMs, isGood]) => sum + (isGood ? gapMs : 0), 0);
      expect(holdProgress(state)).toBeGreaterThanOrEqual(0);
      expect(holdProgress(state)).toBeLessThanOrEqual(1);
      return state.kind !== 'released' || goodMs >= holdMs;
    }),
  );
});
