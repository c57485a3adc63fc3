import { ageOn } from './age';
import { type BirthDateProblem, oldestAgeYears } from './birth-date-entry';
import { type Day, findDay } from './day';
import { type EraName, readEraDate } from './era';

export type WrittenDateReading =
  | { readonly kind: 'day'; readonly day: Day }
  /** `notRead`: no date at all, or one that may mean two days, such as 45/3/21 without an era. */
  | { readonly kind: 'invalid'; readonly problem: BirthDateProblem | 'notRead' };

interface WrittenParts {
  readonly era: EraName | 'western';
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const eraSpellings: Readonly<Record<string, EraName>> = {
  令和: 'reiwa',
  令: 'reiwa',
  R: 'reiwa',
  平成: 'heisei',
  平: 'heisei',
  H: 'heisei',
  昭和: 'showa',
  昭: 'showa',
  S: 'showa',
  大正: 'taisho',
  大: 'taisho',
  T: 'taisho',
};

/** The first digit of a seven-digit date, as health insurers write eras. */
const eraDigits: Readonly<Record<string, EraName>> = { 2: 'taisho', 3: 'showa', 4: 'heisei', 5: 'reiwa' };

const era = '(令和?|平成?|昭和?|大正?|[RHST])';
const separated = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const separatedEra = new RegExp(`^${era}(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const compactEra = new RegExp(`^${era}(\\d{2})(\\d{2})(\\d{2})$`);
const insurersCompact = /^([2-5])-?(\d{2})-?(\d{2})-?(\d{2})$/;

/**
 * Reads a birth date as offices, companies and insurers write it: 1970-03-21, 1970/3/21 0:00, 19700321, 1970年3月21日,
 * 昭和45年3月21日, S45.3.21, ㍼45/3/21, S450321, 3450321, and one calendar with the other in brackets. Half or full
 * width, spaces ignored. A date that may mean two days is none.
 */
export function readWrittenDate(text: string, today: Day): WrittenDateReading {
  const parts = findParts(plainOf(text));
  if (!parts) return { kind: 'invalid', problem: 'notRead' };
  const reading = readParts(parts);
  if (reading.kind !== 'day') return { kind: 'invalid', problem: reading.kind };
  if (reading.day > today) return { kind: 'invalid', problem: 'inFuture' };
  if (ageOn(reading.day, today) > oldestAgeYears) return { kind: 'invalid', problem: 'tooLongAgo' };
  return reading;
}

/** Half width, without the other calendar in brackets, the midnight that spreadsheets add, and weekdays. */
function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[T ]0{1,2}:00(:00(\.0+)?)?Z?$/, '')
    .replace(/[\s\u3000]/g, '')
    .toUpperCase();
}

function findParts(plain: string): WrittenParts | undefined {
  const western = separated.exec(plain) ?? compact.exec(plain);
  if (western) return partsFrom('western', western.slice(1));
  const named = separatedEra.exec(plain) ?? compactEra.exec(plain);
  if (named) return partsFrom(eraSpellings[named[1] ?? ''], named.slice(2));
  const numbered = insurersCompact.exec(plain);
  return numbered ? partsFrom(eraDigits[numbered[1] ?? ''], numbered.slice(2)) : undefined;
}

function partsFrom(calendar: WrittenParts['era'] | undefined, written: readonly string[]): WrittenParts | undefined {
  const [year = 0, month = 0, day = 0] = written.map((part) => (part === '元' ? 1 : Number(part)));
  return calendar && { era: calendar, year, month, day };
}

type Read = { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'notInCalendar' | 'outsideEra' };

function readParts({ era: calendar, year, month, day }: WrittenParts): Read {
  if (calendar !== 'western') return readEraDate({ era: calendar, eraYear: year, month, day });
  const found = findDay({ year, month, day });
  return found ? { kind: 'day', day: found } : { kind: 'notInCalendar' };
}
