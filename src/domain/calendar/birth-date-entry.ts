import { ageOn } from './age';
import { type Day, findDay } from './day';
import { type EraName, lastYearOfEra, readEraDate } from './era';

export type Calendar = EraName | 'western';

/** What was tapped: a calendar and the digits in order, year first. `45` `3` `21` may be typed 45321 or 450321. */
export interface BirthDateEntry {
  readonly calendar: Calendar;
  readonly digits: string;
}

export type BirthDateField = 'year' | 'month' | 'day';
export type BirthDateProblem = 'notInCalendar' | 'outsideEra' | 'inFuture' | 'tooLongAgo';

export type BirthDateReading = {
  /** Digits as they fall into the fields, '' where none were typed yet. */
  readonly fields: Readonly<Record<BirthDateField, string>>;
} & (
  | { readonly kind: 'incomplete'; readonly next: BirthDateField }
  | { readonly kind: 'invalid'; readonly problem: BirthDateProblem }
  | { readonly kind: 'complete'; readonly birthDate: Day }
);

export const oldestAgeYears = 125;

/** The digits at the head of `digits` that belong to one field; one digit is enough where a second could not fit. */
function takeField(digits: string, width: number, largest: number): { taken: string; isFull: boolean } {
  const first = Number(digits.slice(0, 1));
  if (first * 10 > largest) return { taken: digits.slice(0, 1), isFull: true };
  const taken = digits.slice(0, width);
  return { taken, isFull: taken.length === width };
}

/**
 * Reads digits into year, month and day as they are typed, without a separator key: a field ends when
 * another digit could not belong to it (3 can only be March; 10 may still be October), and 0 keeps it open.
 */
export function readBirthDate({ calendar, digits }: BirthDateEntry, today: Day): BirthDateReading {
  const isWestern = calendar === 'western';
  const widths = { year: isWestern ? 4 : 2, month: 2, day: 2 };
  const largest = { year: isWestern ? 9999 : lastYearOfEra(calendar, today), month: 12, day: 31 };
  const fields = { year: '', month: '', day: '' };
  let rest = digits;
  for (const field of ['year', 'month', 'day'] as const) {
    const { taken, isFull } = takeField(rest, widths[field], largest[field]);
    fields[field] = taken;
    rest = rest.slice(taken.length);
    if (!isFull) return { fields, kind: 'incomplete', next: field };
  }
  return { fields, ...judge(calendar, fields, today) };
}

type Judged =
  { readonly kind: 'invalid'; readonly problem: BirthDateProblem } | { readonly kind: 'complete'; readonly birthDate: Day };

function judge(calendar: Calendar, fields: Record<BirthDateField, string>, today: Day): Judged {
  const [year, month, day] = [Number(fields.year), Number(fields.month), Number(fields.day)];
  const reading =
    calendar === 'western' ? readWestern(year, month, day) : readEraDate({ era: calendar, eraYear: year, month, day });
  if (reading.kind !== 'day') return { kind: 'invalid', problem: reading.kind };
  if (reading.day > today) return { kind: 'invalid', problem: 'inFuture' };
  if (ageOn(reading.day, today) > oldestAgeYears) return { kind: 'invalid', problem: 'tooLongAgo' };
  return { kind: 'complete', birthDate: reading.day };
}

function readWestern(year: number, month: number, day: number): { kind: 'day'; day: Day } | { kind: 'notInCalendar' } {
  const found = findDay({ year, month, day });
  return found ? { kind: 'day', day: found } : { kind: 'notInCalendar' };
}
