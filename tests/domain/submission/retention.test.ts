import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayPurge } from '../../../src/domain/submission/retention';

const dayMs = 24 * 60 * 60 * 1000;
const deliveredAtMs = Date.UTC(2026, 10, 20);

describe('sealed bytes of a delivered envelope', () => {
  it('leave the tablet when the office holds its copy and the days have passed', () => {
    const secured = { deliveredAtMs, isSecured: true };
    expect(mayPurge(secured, deliveredAtMs + 7 * dayMs - 1, 7)).toBe(false);
    expect(mayPurge(secured, deliveredAtMs + 7 * dayMs, 7)).toBe(true);
  });

  it('stay for ever where the office holds none', () => {
    expect(mayPurge({ deliveredAtMs, isSecured: false }, deliveredAtMs + 4000 * dayMs, 7)).toBe(false);
  });

  it('stay longer, never shorter, where the clock was set back', () => {
    const back = fc.integer({ min: 0, max: 4000 * dayMs });
    fc.assert(
      fc.property(back, fc.integer({ min: 0, max: 7 * dayMs - 1 }), (backMs, passedMs) => {
        expect(mayPurge({ deliveredAtMs, isSecured: true }, deliveredAtMs + passedMs - backMs, 7)).toBe(false);
      }),
    );
  });
});
