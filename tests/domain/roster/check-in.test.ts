import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInStates, groupProgress, mayBecome } from '../../../src/domain/roster/check-in';

const marks = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...checkInStates)));

describe('check-in', () => {
  it('accounts for everybody, whatever marks there are', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), marks, (total, entries) => {
        const { expected, arrived, sealed, declined } = groupProgress(total, new Map(entries));
        expect(expected + arrived + sealed + declined).toBe(total);
        expect(expected).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never takes an application back', () => {
    expect(checkInStates.filter((state) => mayBecome('sealed', state))).toEqual(['sealed']);
    expect(mayBecome('sealed', undefined)).toBe(false);
    expect(mayBecome('declined', 'arrived')).toBe(true);
    expect(mayBecome(undefined, 'arrived')).toBe(true);
  });
});
