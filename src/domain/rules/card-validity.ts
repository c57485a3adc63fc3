import { ageOn, nthBirthdayAfter } from '../calendar/age';
import { type Day, dayOf, daysInMonth, findDay, partsOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

interface ValidityRule {
  readonly adultFromAge: number;
  readonly adultBirthdays: number;
  readonly minorBirthdays: number;
}

const cardValidityTable: readonly DatedRule<ValidityRule>[] = [
  {
    effectiveFrom: dayOf('2022-04-01'),
    source: '成年年齢の引下げ 2022-04-01',
    rule: { adultFromAge: 18, adultBirthdays: 10, minorBirthdays: 5 },
  },
  {
    effectiveFrom: dayOf('2016-01-01'),
    source: '個人番号カード交付開始',
    rule: { adultFromAge: 20, adultBirthdays: 10, minorBirthdays: 5 },
  },
];

export interface CardValidity {
  /** The card lasts until this birthday after issue. */
  readonly birthdays: number;
  /** Year and month of that birthday if the card were issued on the day of application. */
  readonly until: { readonly year: number; readonly month: number };
  /** The end of the stay, where it comes before that birthday: the card ends with it. */
  readonly endsWithStay: Day | null;
}

/**
 * How long the card lasts for somebody whose card is issued on `day`: 10th birthday for adults, 5th below, or the
 * end of a limited stay where that comes first.
 */
export function cardValidity(birthDate: Day, day: Day, stayEndsOn?: Day | null): CardValidity {
  const rule = ruleOn(cardValidityTable, day);
  const birthdays = ageOn(birthDate, day) >= rule.adultFromAge ? rule.adultBirthdays : rule.minorBirthdays;
  const until = nthBirthdayAfter(birthDate, day, birthdays);
  const endsWithStay = stayEndsOn && stayEndsOn < birthdayIn(birthDate, until) ? stayEndsOn : null;
  return { birthdays, until, endsWithStay };
}

/** The birthday in a year; of 29 February in a common year the last of that month. */
function birthdayIn(birthDate: Day, { year, month }: CardValidity['until']): Day {
  const day = Math.min(partsOf(birthDate).day, daysInMonth(year, month));
  const birthday = findDay({ year, month, day });
  if (!birthday) throw new RangeError('no such birthday');
  return birthday;
}
