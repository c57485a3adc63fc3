import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { findEraDate, lastYearOfEra, readEraDate, westernYear } from '../../../src/domain/calendar/era';
import { everyDay } from '../../support/arbitraries';

describe('eras', () => {
  it.each([
    ['1912-07-30', 'taisho', 1],
    ['1926-12-24', 'taisho', 15],
    ['1926-12-25', 'showa', 1],
    ['1989-01-07', 'showa', 64],
    ['1989-01-08', 'heisei', 1],
    ['2019-04-30', 'heisei', 31],
    ['2019-05-01', 'reiwa', 1],
    ['2026-11-20', 'reiwa', 8],
  ] as const)('%s is in %s %i', (text, era, eraYear) => {
    const day = dayOf(text);
    expect(findEraDate(day)).toMatchObject({ era, eraYear });
    expect(westernYear(era, eraYear)).toBe(Number(text.slice(0, 4)));
  });

  it('cover no day beyond their borders', () => {
    const outside = { kind: 'outsideEra' };
    expect(readEraDate({ era: 'taisho', eraYear: 15, month: 12, day: 25 })).toEqual(outside);
    expect(readEraDate({ era: 'taisho', eraYear: 1, month: 7, day: 29 })).toEqual(outside);
    expect(readEraDate({ era: 'showa', eraYear: 1, month: 12, day: 24 })).toEqual(outside);
    expect(readEraDate({ era: 'showa', eraYear: 64, month: 1, day: 8 })).toEqual(outside);
    expect(readEraDate({ era: 'heisei', eraYear: 1, month: 1, day: 7 })).toEqual(outside);
    expect(readEraDate({ era: 'heisei', eraYear: 31, month: 5, day: 1 })).toEqual(outside);
    expect(readEraDate({ era: 'reiwa', eraYear: 1, month: 4, day: 30 })).toEqual(outside);
    expect(readEraDate({ era: 'showa', eraYear: 65, month: 1, day: 1 })).toEqual(outside);
    expect(findEraDate(dayOf('1912-07-29'))).toBeUndefined();
  });

  it('have no days that the calendar lacks', () => {
    const none = { kind: 'notInCalendar' };
    expect(readEraDate({ era: 'showa', eraYear: 45, month: 2, day: 29 })).toEqual(none);
    expect(readEraDate({ era: 'showa', eraYear: 0, month: 1, day: 1 })).toEqual(none);
    expect(readEraDate({ era: 'heisei', eraYear: 1, month: 13, day: 1 })).toEqual(none);
  });

  it('give every day since 大正元年 back', () => {
    const lost = everyDay('1912-07-30', '2060-12-31').filter((day) => {
      const date = findEraDate(day);
      const reading = date && readEraDate(date);
      return reading?.kind !== 'day' || reading.day !== day;
    });
    expect(lost).toEqual([]);
  });

  it('last as long as they lasted', () => {
    const today = dayOf('2026-11-20');
    expect(lastYearOfEra('taisho', today)).toBe(15);
    expect(lastYearOfEra('showa', today)).toBe(64);
    expect(lastYearOfEra('heisei', today)).toBe(31);
    expect(lastYearOfEra('reiwa', today)).toBe(8);
    expect(lastYearOfEra('reiwa', dayOf('2027-01-01'))).toBe(9);
  });
});
