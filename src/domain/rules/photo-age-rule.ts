import { addMonths, type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

const photoAgeTable: readonly DatedRule<{ readonly mostMonths: number }>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '顔写真: 申請前6か月以内に撮影したもの', rule: { mostMonths: 6 } },
];

/** The last day on which somebody can apply with a photo taken on `day`, and the months that make it so. */
export function photoValidity(day: Day): { readonly until: Day; readonly months: number } {
  const { mostMonths } = ruleOn(photoAgeTable, day);
  return { until: addMonths(day, mostMonths), months: mostMonths };
}
