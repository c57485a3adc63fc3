import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

const actsAloneFromAgeTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '個人番号カード交付申請書: 15歳未満は法定代理人が同席', rule: 15 },
];

/** Whether a statutory representative attends (法定代理人). */
export function needsRepresentative(birthDate: Day, day: Day): boolean {
  return ageOn(birthDate, day) < ruleOn(actsAloneFromAgeTable, day);
}
