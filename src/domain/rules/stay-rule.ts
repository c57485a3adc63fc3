import { addMonths, type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

/**
 * 外国人住民の区分, as on the form: `midToLongTerm` 中長期在留者, `specialPermanent` 特別永住者, `temporaryRefuge`
 * 一時庇護許可者, `provisionalStay` 仮滞在許可者, `bornHere` 出生による経過滞在者, `lostNationality`
 * 国籍喪失による経過滞在者.
 */
export const residentStatuses = [
  'midToLongTerm',
  'specialPermanent',
  'temporaryRefuge',
  'provisionalStay',
  'bornHere',
  'lostNationality',
] as const;
export type ResidentStatus = (typeof residentStatuses)[number];

/** Whether a 中長期在留者's stay ends: `permanent` 永住者 and `highlySkilled` 高度専門職2号 stay without an end. */
export const stayTerms = ['limited', 'permanent', 'highlySkilled'] as const;
export type StayTerm = (typeof stayTerms)[number];

/** Terms that can be told of a status: 永住者 and 高度専門職2号 are 中長期在留者. */
export function termsOf(status: ResidentStatus): readonly StayTerm[] {
  if (status === 'specialPermanent') return ['permanent'];
  return status === 'midToLongTerm' ? stayTerms : ['limited'];
}

const warningMonthsTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: 'カードが届くまでに在留期間が満了しうる', rule: 2 },
];

export type StayStanding = 'lasts' | 'endsSoon' | 'ended';

/** Whether a stay that ends on a day (included) is over, or may be before the card is there. */
export function stayStanding(stayEndsOn: Day, day: Day): StayStanding {
  if (stayEndsOn < day) return 'ended';
  return stayEndsOn <= addMonths(day, ruleOn(warningMonthsTable, day)) ? 'endsSoon' : 'lasts';
}
