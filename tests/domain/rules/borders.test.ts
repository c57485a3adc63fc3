import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dayInJapan, dayOf } from '../../../src/domain/calendar/day';
import { type BorderFacts, bordersWithin } from '../../../src/domain/rules/borders';
import { cardValidity } from '../../../src/domain/rules/card-validity';
import { needsPhoto } from '../../../src/domain/rules/photo-rule';
import { anyDay } from '../../support/arbitraries';

const within = (days: number, birthDate: string, day: string, facts: Partial<BorderFacts> = {}) =>
  bordersWithin(days, { birthDate: dayOf(birthDate), ...facts }, dayOf(day));

describe('the borders within the next days', () => {
  it('are none for an adult whose birthday changes nothing', () => {
    expect(within(14, '1970-11-25', '2026-11-20')).toEqual([]);
  });

  it('name the first birthday of a baby: from then on there is a photo', () => {
    const border = { on: '2026-11-30', inDays: 10, changes: ['photo'] };
    expect(within(14, '2025-11-30', '2026-11-20')).toEqual([border]);
    expect(within(10, '2025-11-30', '2026-11-20')).toEqual([border]);
    expect(within(9, '2025-11-30', '2026-11-20')).toEqual([]);
    expect(within(14, '2025-11-20', '2026-11-20')).toEqual([]);
    expect(within(0, '2025-11-21', '2026-11-20')).toEqual([]);
  });

  it('name the days on which somebody turns 15 and 18', () => {
    expect(within(1, '2011-11-21', '2026-11-20')).toMatchObject([{ changes: ['representative', 'signatureCertificate'] }]);
    expect(within(1, '2008-11-21', '2026-11-20')).toMatchObject([{ changes: ['cardYears'] }]);
    expect(within(1, '2011-11-20', '2026-11-20')).toEqual([]);
    expect(within(1, '2011-11-21', '2026-11-20', { isAdultWard: true })).toEqual([]);
  });

  it('of 29 February fall on 1 March of a common year, on the day itself of a leap year', () => {
    expect(within(3, '2024-02-29', '2025-02-27')).toMatchObject([{ on: '2025-03-01', inDays: 2, changes: ['photo'] }]);
    expect(within(3, '2024-03-01', '2025-02-27')).toMatchObject([{ on: '2025-03-01' }]);
    expect(within(3, '2012-02-29', '2030-02-27')).toMatchObject([{ on: '2030-03-01', changes: ['cardYears'] }]);
    expect(within(3, '2013-02-28', '2028-02-27')).toMatchObject([{ on: '2028-02-28' }]);
  });

  it('name the day after a stay ends', () => {
    const stay = { stayEndsOn: dayOf('2026-11-25') };
    expect(within(14, '1990-01-01', '2026-11-20', stay)).toEqual([{ on: '2026-11-26', inDays: 6, changes: ['stay'] }]);
    expect(within(5, '1990-01-01', '2026-11-20', stay)).toEqual([]);
  });

  it('name the days on which a rule itself changes', () => {
    expect(within(2, '2003-06-01', '2022-03-31')).toEqual([{ on: '2022-04-01', inDays: 1, changes: ['cardYears'] }]);
    expect(within(2, '2024-06-01', '2024-12-01')).toEqual([{ on: '2024-12-02', inDays: 1, changes: ['photo'] }]);
  });

  it('lie exactly between days on which the rules say different things', () => {
    fc.assert(
      fc.property(anyDay('2005-01-01', '2026-11-20'), anyDay('2026-11-20', '2030-12-31'), fc.nat(30), (birthDate, day, days) => {
        const borders = bordersWithin(days, { birthDate }, day);
        const end = addDays(day, days);
        const photoBorders = borders.filter(({ changes }) => changes.includes('photo'));
        expect(photoBorders.length % 2 === 1).toBe(needsPhoto(birthDate, day) !== needsPhoto(birthDate, end));
        const yearBorders = borders.filter(({ changes }) => changes.includes('cardYears'));
        const hasOtherYears = cardValidity(birthDate, day).birthdays !== cardValidity(birthDate, end).birthdays;
        expect(yearBorders.length % 2 === 1).toBe(hasOtherYears);
        for (const { on, inDays } of borders) expect(addDays(day, inDays)).toBe(on);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a rule on a tablet set to another zone', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  it.each(['UTC', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'])(
    'changes at midnight in Japan: %s',
    (zone) => {
      process.env['TZ'] = zone;
      const birthDate = dayOf('2025-11-20');
      const photoAt = (instant: string): boolean => needsPhoto(birthDate, dayInJapan(Date.parse(instant)));
      expect(photoAt('2026-11-19T14:59:59.999Z')).toBe(false);
      expect(photoAt('2026-11-19T15:00:00.000Z')).toBe(true);
    },
  );
});
