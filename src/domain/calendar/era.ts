import { addDays, type Day, dayOf, type DayParts, findDay, partsOf } from './day';

/** The eras a living applicant can be born in. */
export const eraNames = ['reiwa', 'heisei', 'showa', 'taisho'] as const;
export type EraName = (typeof eraNames)[number];

interface Era {
  readonly name: EraName;
  readonly firstDay: Day;
  /** Last day of the era; none while it lasts. */
  readonly lastDay?: Day;
}

const borders: readonly (readonly [EraName, Day])[] = [
  ['reiwa', dayOf('2019-05-01')],
  ['heisei', dayOf('1989-01-08')],
  ['showa', dayOf('1926-12-25')],
  ['taisho', dayOf('1912-07-30')],
];

const eras: readonly Era[] = borders.map(([name, firstDay], index) => {
  const later = borders[index - 1];
  return later ? { name, firstDay, lastDay: addDays(later[1], -1) } : { name, firstDay };
});

export interface EraDate {
  readonly era: EraName;
  /** Year of the era, 1 for 元年. */
  readonly eraYear: number;
  readonly month: number;
  readonly day: number;
}

export type EraReading =
  { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'notInCalendar' } | { readonly kind: 'outsideEra' };

function getEra(name: EraName): Era {
  const era = eras.find((candidate) => candidate.name === name);
  if (!era) throw new RangeError('unknown era');
  return era;
}

/** The western year of an era's year. */
export function westernYear(name: EraName, eraYear: number): number {
  return partsOf(getEra(name).firstDay).year + eraYear - 1;
}

/** The highest year number an era has on a day (for 令和: this year). */
export function lastYearOfEra(name: EraName, today: Day): number {
  const era = getEra(name);
  return partsOf(era.lastDay ?? today).year - partsOf(era.firstDay).year + 1;
}

/** Reads an era date; says whether the calendar has no such day or the era does not cover it (平成31年5月1日). */
export function readEraDate(date: EraDate): EraReading {
  const parts: DayParts = { year: westernYear(date.era, date.eraYear), month: date.month, day: date.day };
  const day = date.eraYear >= 1 ? findDay(parts) : undefined;
  if (!day) return { kind: 'notInCalendar' };
  const era = getEra(date.era);
  const isCovered = day >= era.firstDay && (era.lastDay === undefined || day <= era.lastDay);
  return isCovered ? { kind: 'day', day } : { kind: 'outsideEra' };
}

/** The era date of a day, or undefined before 大正. */
export function findEraDate(day: Day): EraDate | undefined {
  const era = eras.find((candidate) => day >= candidate.firstDay);
  if (!era) return undefined;
  const { year, month, day: dayOfMonth } = partsOf(day);
  return { era: era.name, eraYear: year - partsOf(era.firstDay).year + 1, month, day: dayOfMonth };
}
