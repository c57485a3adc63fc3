import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeVoid, usualVoidHours, type Voidable } from '../../../src/domain/submission/voiding';

const hourMs = 60 * 60 * 1000;
const sealedAtMs = Date.parse('2026-11-20T05:00:00.000Z');
const entry: Voidable = { stationId: 'this', sealedAtMs, state: 'waiting', voidState: undefined };
const judge = (changes: Partial<Voidable> = {}, afterMs = 0, withinHours?: number) =>
  judgeVoid({ ...entry, ...changes }, { stationId: 'this', nowMs: sealedAtMs + afterMs, withinHours });

describe('whether an application may be voided at the counter', () => {
  it('is until the configured time has passed, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 720 }), (hours) => {
        expect(judge({}, hours * hourMs, hours)).toBe('allowed');
        expect(judge({}, hours * hourMs + 1, hours)).toBe('tooLate');
      }),
    );
    expect(judge({}, usualVoidHours * hourMs)).toBe('allowed');
    expect(judge({}, usualVoidHours * hourMs + 1)).toBe('tooLate');
  });

  it('is not hindered by a clock that was turned back', () => {
    expect(judge({}, -1000 * hourMs)).toBe('allowed');
  });

  it.each(['waiting', 'sending', 'refused', 'delivered', 'purged'] as const)('is while it is %s', (state) => {
    expect(judge({ state })).toBe('allowed');
  });

  it('is not twice, not of what was taken away, and not by another key than sealed it', () => {
    expect(judge({ voidState: 'waiting' })).toBe('voidedBefore');
    expect(judge({ voidState: 'refused' })).toBe('voidRefused');
    expect(judge({ state: 'removed' })).toBe('removedBefore');
    expect(judge({ stationId: 'earlier' })).toBe('otherStation');
  });
});
