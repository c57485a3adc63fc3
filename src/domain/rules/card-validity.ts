import { ageOn, nthBirthdayAfter } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
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
}

/** How long the card lasts for somebody whose card is issued on `day`: 10th birthday for adults, 5th below. */
export function cardValidity(birthDate: Day, day: Day): CardValidity {
  const rule = ruleOn(cardValidityTable, day);
  const birthdays = ageOn(birthDate, day) >= rule.adultFromAge ? rule.adultBirthdays : rule.minorBirthdays;
  return { birthdays, until: nthBirthdayAfter(birthDate, day, birthdays) };
}
