import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { cardValidity } from '../../../src/domain/rules/card-validity';

const birthdays = (birthDate: string, day: string): number => cardValidity(dayOf(birthDate), dayOf(day)).birthdays;

describe('how long a card lasts', () => {
  it('is the tenth birthday from 18 on, the fifth below', () => {
    expect(birthdays('2008-11-21', '2026-11-20')).toBe(5);
    expect(birthdays('2008-11-20', '2026-11-20')).toBe(10);
    expect(birthdays('2008-11-19', '2026-11-20')).toBe(10);
  });

  it('changed its line from 20 to 18 on 2022-04-01', () => {
    expect(birthdays('2003-04-01', '2022-03-31')).toBe(5);
    expect(birthdays('2003-04-01', '2022-04-01')).toBe(10);
    expect(birthdays('2002-03-31', '2022-03-31')).toBe(10);
    expect(birthdays('2002-04-01', '2022-03-31')).toBe(5);
    expect(birthdays('2004-04-02', '2022-04-01')).toBe(5);
  });

  it('names the year and month of that birthday', () => {
    expect(cardValidity(dayOf('1970-03-21'), dayOf('2026-11-20')).until).toEqual({ year: 2036, month: 3 });
    expect(cardValidity(dayOf('2020-12-01'), dayOf('2026-11-20')).until).toEqual({ year: 2030, month: 12 });
    expect(cardValidity(dayOf('1970-11-20'), dayOf('2026-11-20')).until).toEqual({ year: 2036, month: 11 });
  });
});
