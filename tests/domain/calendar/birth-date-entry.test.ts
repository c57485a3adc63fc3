import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BirthDateReading, type Calendar, readBirthDate } from '../../../src/domain/calendar/birth-date-entry';
import { type Day, dayOf, partsOf } from '../../../src/domain/calendar/day';
import { eraNames, findEraDate, lastYearOfEra } from '../../../src/domain/calendar/era';
import { anyDay, everyDay } from '../../support/arbitraries';

const today = dayOf('2026-11-20');
const calendars: readonly Calendar[] = ['western', ...eraNames];
const read = (calendar: Calendar, digits: string): BirthDateReading => readBirthDate({ calendar, digits }, today);

/** One digit where a second could not belong to the same field, else two. */
function shortest(value: number, largest: number): string {
  return value * 10 > largest ? String(value) : String(value).padStart(2, '0');
}

function forms(day: Day): { calendar: Calendar; padded: string; short: string }[] {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const rest = [month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('');
  const shortRest = shortest(month, 12) + shortest(dayOfMonth, 31);
  const western = { calendar: 'western' as const, padded: `${year}${rest}`, short: `${year}${shortRest}` };
  const era = findEraDate(day);
  if (!era) return [western];
  const paddedYear = String(era.eraYear).padStart(2, '0');
  const shortYear = shortest(era.eraYear, lastYearOfEra(era.era, today));
  return [western, { calendar: era.era, padded: paddedYear + rest, short: shortYear + shortRest }];
}

describe('typing a birth date', () => {
  it('gives every possible date, padded or short, in both calendars', () => {
    const wrong = everyDay('1912-07-30', today).filter((day) =>
      forms(day).some(({ calendar, padded, short }) =>
        [padded, short].some((digits) => {
          const reading = read(calendar, digits);
          return reading.kind !== 'complete' || reading.birthDate !== day;
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is incomplete until the last digit, which completes it', () => {
    fc.assert(
      fc.property(anyDay('1912-07-30', today), (day) => {
        for (const { calendar, padded, short } of forms(day)) {
          for (const digits of [padded, short]) {
            const kinds = [...digits].map((_, index) => read(calendar, digits.slice(0, index + 1)).kind);
            expect(kinds.pop()).toBe('complete');
            expect(new Set(kinds)).toEqual(new Set(['incomplete']));
          }
        }
      }),
    );
  });

  it('progresses with each digit whatever is typed, and comes to an end', () => {
    const typed = fc.record({ calendar: fc.constantFrom(...calendars), digits: fc.stringMatching(/^[0-9]{8}$/) });
    fc.assert(
      fc.property(typed, ({ calendar, digits }) => {
        const readings = Array.from({ length: 9 }, (_, length) => read(calendar, digits.slice(0, length)));
        const ended = readings.findIndex((reading) => reading.kind !== 'incomplete');
        expect(ended).toBeGreaterThan(2);
        readings.forEach(({ fields, kind }, length) => {
          const shown = fields.year + fields.month + fields.day;
          expect(shown).toBe(digits.slice(0, Math.min(length, ended)));
          expect(kind === 'incomplete').toBe(length < ended);
        });
        expect(new Set(readings.slice(ended).map((reading) => JSON.stringify(reading))).size).toBe(1);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendars), fc.string(), anyDay('1950-01-01', '2100-12-31'), (calendar, digits, day) => {
        const reading = readBirthDate({ calendar, digits }, day);
        expect(reading.kind === 'complete' && reading.birthDate > day).toBe(false);
      }),
    );
  });

  it.each([
    ['taisho', '151224', '1926-12-24'],
    ['showa', '011225', '1926-12-25'],
    ['showa', '640107', '1989-01-07'],
    ['heisei', '010108', '1989-01-08'],
    ['heisei', '31430', '2019-04-30'],
    ['reiwa', '0151', undefined],
    ['reiwa', '10501', '2019-05-01'],
    ['reiwa', '01501', '2019-05-01'],
  ] as const)('reads %s %s at the border of its era', (calendar, digits, birthDate) => {
    const reading = read(calendar, digits);
    expect(reading.kind === 'complete' ? reading.birthDate : undefined).toBe(birthDate);
  });

  it.each([
    ['taisho', '151225', 'outsideEra'],
    ['showa', '640108', 'outsideEra'],
    ['heisei', '310501', 'outsideEra'],
    ['showa', '450229', 'notInCalendar'],
    ['showa', '451501', 'notInCalendar'],
    ['western', '20230229', 'notInCalendar'],
    ['western', '20261121', 'inFuture'],
    ['reiwa', '81121', 'inFuture'],
    ['western', '19001119', 'tooLongAgo'],
  ] as const)('says of %s %s that it is %s', (calendar, digits, problem) => {
    expect(read(calendar, digits)).toMatchObject({ kind: 'invalid', problem });
  });

  it('keeps the year open in 令和10年, when a second digit becomes possible', () => {
    const in2028 = (digits: string): BirthDateReading => readBirthDate({ calendar: 'reiwa', digits }, dayOf('2028-12-31'));
    expect(in2028('1')).toMatchObject({ kind: 'incomplete', next: 'year' });
    expect(in2028('100501')).toMatchObject({ kind: 'complete', birthDate: '2028-05-01' });
    expect(in2028('010501')).toMatchObject({ kind: 'complete', birthDate: '2019-05-01' });
  });

  it('takes the day of application itself, and names the field that waits', () => {
    expect(read('western', '20261120')).toMatchObject({ kind: 'complete', birthDate: today });
    expect(read('showa', '')).toEqual({ kind: 'incomplete', next: 'year', fields: { year: '', month: '', day: '' } });
    expect(read('showa', '45')).toMatchObject({ kind: 'incomplete', next: 'month' });
    expect(read('showa', '453')).toEqual({ kind: 'incomplete', next: 'day', fields: { year: '45', month: '3', day: '' } });
    expect(read('showa', '451')).toMatchObject({ kind: 'incomplete', next: 'month' });
  });
});
