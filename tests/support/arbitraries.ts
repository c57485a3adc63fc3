import fc from 'fast-check';
import { addDays, type Day, dayOf } from '../../src/domain/calendar/day';

const dayMs = 24 * 60 * 60 * 1000;

/** Any day from `from` to `to`, both included. */
export function anyDay(from: string, to: string): fc.Arbitrary<Day> {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return fc.integer({ min: 0, max: days }).map((after) => addDays(dayOf(from), after));
}

/** A text of exactly `length` half-width digits. */
export function anyDigits(length: number): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(`^[0-9]{${String(length)}}$`));
}

/** Every day from `from` to `to`, both included. */
export function everyDay(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let day = dayOf(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
