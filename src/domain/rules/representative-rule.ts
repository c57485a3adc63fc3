import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

const actsAloneFromAgeTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '個人番号カード交付申請書: 15歳未満は法定代理人が同席', rule: 15 },
];

/** Why somebody does not apply alone. */
export type RepresentedAs = 'child' | 'adultWard';

/** Why a statutory representative acts (法定代理人); undefined for those who apply alone. */
export function representedAs(birthDate: Day, day: Day, isAdultWard: boolean): RepresentedAs | undefined {
  if (ageOn(birthDate, day) < ruleOn(actsAloneFromAgeTable, day)) return 'child';
  return isAdultWard ? 'adultWard' : undefined;
}

/** Whether a statutory representative attends (法定代理人). */
export function needsRepresentative(birthDate: Day, day: Day, isAdultWard = false): boolean {
  return representedAs(birthDate, day, isAdultWard) !== undefined;
}
