import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, nthBirthdayAfter } from '../../../src/domain/calendar/age';
import { addDays, dayOf, partsOf } from '../../../src/domain/calendar/day';
import { anyDay } from '../../support/arbitraries';

const age = (birthDate: string, day: string): number => ageOn(dayOf(birthDate), dayOf(day));

describe('age', () => {
  it('grows on the birthday itself', () => {
    expect(age('2023-12-03', '2024-12-02')).toBe(0);
    expect(age('2023-12-03', '2024-12-03')).toBe(1);
    expect(age('2009-04-01', '2024-03-31')).toBe(14);
    expect(age('2009-04-01', '2024-04-01')).toBe(15);
    expect(age('2023-12-03', '2023-12-03')).toBe(0);
    expect(age('2023-12-03', '2023-12-02')).toBe(-1);
  });

  it('of those born on a leap day grows on 29 February, or on 1 March of a common year', () => {
    expect(age('2020-02-29', '2021-02-28')).toBe(0);
    expect(age('2020-02-29', '2021-03-01')).toBe(1);
    expect(age('2020-02-29', '2024-02-28')).toBe(3);
    expect(age('2020-02-29', '2024-02-29')).toBe(4);
  });

  it('grows by one a year, on one day only', () => {
    fc.assert(
      fc.property(anyDay('1912-07-30', '2020-12-31'), fc.integer({ min: 0, max: 40_000 }), (birthDate, days) => {
        const day = addDays(birthDate, days);
        const step = ageOn(birthDate, addDays(day, 1)) - ageOn(birthDate, day);
        expect([0, 1]).toContain(step);
        const next = partsOf(addDays(day, 1));
        const birth = partsOf(birthDate);
        if (birth.month !== 2 || birth.day !== 29) expect(step === 1).toBe(next.month === birth.month && next.day === birth.day);
      }),
    );
  });
});

describe('the nth birthday', () => {
  const nth = (birthDate: string, from: string, n: number): string => {
    const { year, month } = nthBirthdayAfter(dayOf(birthDate), dayOf(from), n);
    return `${year}-${month}`;
  };

  it('is counted from the day after', () => {
    expect(nth('1970-03-21', '2026-03-20', 1)).toBe('2026-3');
    expect(nth('1970-03-21', '2026-03-21', 1)).toBe('2027-3');
    expect(nth('1970-03-21', '2026-03-22', 1)).toBe('2027-3');
    expect(nth('1970-03-21', '2026-11-20', 10)).toBe('2036-3');
    expect(nth('1970-12-31', '2026-11-20', 10)).toBe('2035-12');
  });

  it('of those born on a leap day is still to come on 28 February', () => {
    expect(nth('2020-02-29', '2025-02-28', 1)).toBe('2025-2');
    expect(nth('2020-02-29', '2025-03-01', 1)).toBe('2026-2');
  });

  it('makes the applicant exactly n years older, counted from the day of issue', () => {
    const births = anyDay('1912-07-30', '2020-12-31').filter((day) => !day.endsWith('02-29'));
    fc.assert(
      fc.property(births, anyDay('2021-01-01', '2040-12-31'), fc.integer({ min: 1, max: 10 }), (birthDate, from, n) => {
        const { year, month } = nthBirthdayAfter(birthDate, from, n);
        const birthday = dayOf(`${year}-${String(month).padStart(2, '0')}-${birthDate.slice(8)}`);
        expect(ageOn(birthDate, birthday)).toBe(ageOn(birthDate, from) + n);
      }),
    );
  });
});
