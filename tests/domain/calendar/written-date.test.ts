import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, partsOf } from '../../../src/domain/calendar/day';
import { findEraDate } from '../../../src/domain/calendar/era';
import { readWrittenDate } from '../../../src/domain/calendar/written-date';
import { anyDay } from '../../support/arbitraries';

const today = dayOf('2026-11-25');
const dayRead = (text: string): string => {
  const reading = readWrittenDate(text, today);
  return reading.kind === 'day' ? reading.day : reading.problem;
};

describe('a written birth date', () => {
  it.each([
    '1970-03-21',
    '1970/3/21',
    '1970.03.21',
    '1970年3月21日',
    '1970/3/21 0:00',
    '1970-03-21T00:00:00.000Z',
    '19700321',
    '１９７０／０３／２１',
    '昭和45年3月21日',
    '昭和４５年　３月２１日',
    '㍼45/3/21',
    '昭45.3.21',
    'S45.3.21',
    's45/03/21',
    'S450321',
    '3450321',
    '3-45-03-21',
    '昭和45年(1970年)3月21日',
    '1970年（昭和45年）3月21日',
    '1970/3/21（土）',
  ])('is read as %s', (text) => {
    expect(dayRead(text)).toBe('1970-03-21');
  });

  it.each([
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['㋿2年2月29日', '2020-02-29'],
    ['平成31年5月1日', 'outsideEra'],
    ['昭和64年1月8日', 'outsideEra'],
    ['2023-02-29', 'notInCalendar'],
    ['S45.13.1', 'notInCalendar'],
    ['2026-11-26', 'inFuture'],
    ['2026-11-25', '2026-11-25'],
    ['1899-01-01', 'tooLongAgo'],
    ['45/3/21', 'notRead'],
    ['450321', 'notRead'],
    ['3/21/1970', 'notRead'],
    ['3月21日', 'notRead'],
    ['1970/3/21 12:00', 'notRead'],
    ['不明', 'notRead'],
    ['', 'notRead'],
  ])('%s is %s', (text, expected) => {
    expect(dayRead(text)).toBe(expected);
  });

  it('reads back whatever calendar and separator it was written with', () => {
    const day = anyDay('1926-12-25', '2026-11-25');
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (birthDate, mark, isPadded) => {
        const { year, month, day: dayOfMonth } = partsOf(birthDate);
        const written = [month, dayOfMonth].map((part) => String(part).padStart(isPadded ? 2 : 1, '0'));
        const era = findEraDate(birthDate);
        const letter = { reiwa: 'R', heisei: 'H', showa: 'S', taisho: 'T' }[era?.era ?? 'taisho'];
        expect(dayRead([year, ...written].join(mark))).toBe(birthDate);
        expect(dayRead([`${letter}${String(era?.eraYear)}`, ...written].join(mark))).toBe(birthDate);
      }),
    );
  });

  it('never throws and never makes up a day that cannot be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readWrittenDate(text, today);
        if (reading.kind === 'day') expect(dayOf(reading.day) <= today).toBe(true);
      }),
    );
  });
});
