import { type Day, partsOf } from './day';

/**
 * Completed years of age on a day. A birthday counts from its own day on; somebody born on 29 February
 * turns a year older on 1 March of a common year (年齢計算ニ関スル法律: the age is reached as the day before
 * the birthday ends). Negative before birth.
 */
export function ageOn(birthDate: Day, day: Day): number {
  const birth = partsOf(birthDate);
  const on = partsOf(day);
  const hadBirthday = on.month > birth.month || (on.month === birth.month && on.day >= birth.day);
  return on.year - birth.year - (hadBirthday ? 0 : 1);
}

/** The year and month in which the nth birthday counted from the day after `from` falls (n ≥ 1). */
export function nthBirthdayAfter(birthDate: Day, from: Day, n: number): { year: number; month: number } {
  const birth = partsOf(birthDate);
  const start = partsOf(from);
  const isStillToCome = birth.month > start.month || (birth.month === start.month && birth.day > start.day);
  return { year: start.year + (isStillToCome ? 0 : 1) + (n - 1), month: birth.month };
}
