import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dayInJapan, dayOf, daysInMonth, findDay, parseDay, partsOf } from '../../../src/domain/calendar/day';
import { anyDay } from '../../support/arbitraries';

describe('a day', () => {
  it('exists only where the calendar has it', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    expect(parseDay('2000-02-29')).toBe('2000-02-29');
    const none = ['2023-02-29', '1900-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-01-00', '2023-1-1', ''];
    for (const text of none) expect(parseDay(text)).toBeUndefined();
    expect(parseDay('2023-01-01\n')).toBeUndefined();
    expect(findDay({ year: 2023, month: 1.5, day: 1 })).toBeUndefined();
    expect(findDay({ year: Number.NaN, month: 1, day: 1 })).toBeUndefined();
    expect(() => dayOf('2023-02-29')).toThrow(RangeError);
  });

  it('counts the days of every month', () => {
    const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  it('comes back by its parts', () => {
    fc.assert(fc.property(anyDay('1900-01-01', '2100-12-31'), (day) => findDay(partsOf(day)) === day));
  });

  it('moves by days there and back, and in order', () => {
    const distance = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(anyDay('1912-07-30', '2100-12-31'), distance, (day, days) => {
        const moved = addDays(day, days);
        expect(addDays(moved, -days)).toBe(day);
        expect(Math.sign(days)).toBe(Number(moved > day) - Number(moved < day));
        expect(parseDay(moved)).toBe(moved);
      }),
    );
    expect(addDays(dayOf('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(dayOf('2023-12-31'), 1)).toBe('2024-01-01');
  });
});

describe('the day in Japan', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  it.each([
    ['UTC', 0],
    ['Asia/Tokyo', -540],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['America/New_York', 300],
  ])('changes at 15:00 UTC on a tablet set to %s', (zone, offsetMinutes) => {
    process.env['TZ'] = zone;
    expect(new Date(Date.UTC(2024, 11, 2)).getTimezoneOffset()).toBe(offsetMinutes);
    expect(dayInJapan(Date.UTC(2024, 11, 1, 14, 59, 59, 999))).toBe('2024-12-01');
    expect(dayInJapan(Date.UTC(2024, 11, 1, 15, 0, 0, 0))).toBe('2024-12-02');
    expect(dayInJapan(Date.UTC(2023, 11, 31, 15))).toBe('2024-01-01');
    expect(addDays(dayOf('2024-03-09'), 2)).toBe('2024-03-11');
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});
