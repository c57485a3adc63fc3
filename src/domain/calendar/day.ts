import type { Brand } from '../brand';

/** A calendar day in Japan, `YYYY-MM-DD` (Gregorian). Days compare correctly as strings. */
export type Day = Brand<string, 'Day'>;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const japanOffsetMs = 9 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Number of days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day these parts name, or undefined where the calendar has no such day (for example 29 February 2023). */
export function findDay({ year, month, day }: DayParts): Day | undefined {
  const isWhole = [year, month, day].every(Number.isInteger);
  if (!isWhole || year < 1000 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}` as Day;
}

/** Reads `YYYY-MM-DD`; undefined for anything else, including days that do not exist. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? findDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : undefined;
}

/** A day written in the source itself, such as the day a rule takes effect. Throws where it is no day. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new RangeError('not a calendar day');
  return day;
}

/** Year, month and day of a day. */
export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day it is in Japan at an instant (milliseconds since 1970 UTC), whatever zone the tablet is set to. */
export function dayInJapan(instantMs: number): Day {
  return new Date(instantMs + japanOffsetMs).toISOString().slice(0, 10) as Day;
}

/** The day `days` after (or, negative, before) a day. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day;
}

/** The same day of the month `months` later, or that month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOf(day);
  const at = parts.year * 12 + (parts.month - 1) + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  return dayOf(`${year}-${pad(month)}-${pad(Math.min(parts.day, daysInMonth(year, month)))}`);
}

/** Reads eight digits of a western day, year first: 20280401. */
export function findDayOfDigits(digits: string): Day | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  return match ? parseDay(match.slice(1).join('-')) : undefined;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
