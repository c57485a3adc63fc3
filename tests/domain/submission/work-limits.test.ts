import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWorkLimits, type WorkFacts, workNotices } from '../../../src/domain/submission/work-limits';

const dayMs = 24 * 60 * 60 * 1000;
const nowMs = Date.parse('2026-11-20T03:00:00Z');
const mebibyte = 1024 * 1024;
const calm: WorkFacts = {
  undelivered: 0,
  oldestSealedAtMs: null,
  configurationCheckedAtMs: nowMs,
  roomBytes: 8192 * mebibyte,
  serverOffsetMs: 0,
  nowMs,
};
const limits = { mostUndelivered: 100, mostUndeliveredDays: 10, mostConfigurationDays: 20 };
const stops = (facts: Partial<WorkFacts>): string[] =>
  workNotices({ ...calm, ...facts }, limits)
    .filter(({ isStop }) => isStop)
    .map(({ concern }) => concern);
const warns = (facts: Partial<WorkFacts>): string[] =>
  workNotices({ ...calm, ...facts }, limits)
    .filter(({ isStop }) => !isStop)
    .map(({ concern }) => concern);
const daysAgo = (days: number): number => nowMs - days * dayMs;

describe('limits that stop work before it becomes unsafe', () => {
  it('say nothing while all is well, nor where nothing is known', () => {
    expect(workNotices(calm, limits)).toEqual([]);
    const unknown = { configurationCheckedAtMs: null, roomBytes: null, serverOffsetMs: null };
    expect(workNotices({ ...calm, ...unknown }, limits)).toEqual([]);
  });

  it.each([
    ['undelivered', { undelivered: 79 }, { undelivered: 80 }, { undelivered: 100 }],
    ['undeliveredDays', { oldestSealedAtMs: daysAgo(7) }, { oldestSealedAtMs: daysAgo(8) }, { oldestSealedAtMs: daysAgo(10) }],
    [
      'configurationDays',
      { configurationCheckedAtMs: daysAgo(15) },
      { configurationCheckedAtMs: daysAgo(16) },
      { configurationCheckedAtMs: daysAgo(20) },
    ],
    ['room', { roomBytes: 256 * mebibyte }, { roomBytes: 255 * mebibyte }, { roomBytes: 63 * mebibyte }],
  ])('%s: warn in good time, then stop', (concern, well, near, over) => {
    expect(workNotices({ ...calm, ...well }, limits)).toEqual([]);
    expect(warns(near)).toEqual([concern]);
    expect(stops(near)).toEqual([]);
    expect(stops(over)).toEqual([concern]);
  });

  it('let a venue with no network for a week work for a week, at 300 a day', () => {
    const week = { undelivered: 2100, oldestSealedAtMs: daysAgo(7), configurationCheckedAtMs: daysAgo(7) };
    expect(workNotices({ ...calm, ...week }, defaultWorkLimits)).toEqual([]);
  });

  it('are not reached by a clock that is years off: it is told, and work goes on', () => {
    const yearsLater = { nowMs: nowMs + 4000 * dayMs, oldestSealedAtMs: nowMs, serverOffsetMs: -4000 * dayMs };
    expect(stops(yearsLater)).toEqual([]);
    expect(warns(yearsLater)).toEqual(['clock']);
    expect(stops({ nowMs: nowMs - 4000 * dayMs, oldestSealedAtMs: nowMs })).toEqual([]);
  });

  it('name what stops before what only warns', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(30), fc.nat(300), fc.integer({ min: -99, max: 99 }), (undelivered, days, mib, minutes) => {
        const facts = {
          undelivered,
          oldestSealedAtMs: daysAgo(days),
          roomBytes: mib * mebibyte,
          serverOffsetMs: minutes * 60_000,
        };
        const order = workNotices({ ...calm, ...facts }, limits).map(({ isStop }) => Number(isStop));
        expect(order).toEqual([...order].sort((left, right) => right - left));
      }),
    );
  });
});

describe('a clock compared with the server’s', () => {
  it('is told beyond ten minutes, either way, and stops nobody', () => {
    expect(warns({ serverOffsetMs: 600_000 })).toEqual([]);
    expect(warns({ serverOffsetMs: 600_001 })).toEqual(['clock']);
    expect(workNotices({ ...calm, serverOffsetMs: -3_600_000 }, limits)).toEqual([
      { concern: 'clock', figure: 60, isStop: false },
    ]);
  });
});
