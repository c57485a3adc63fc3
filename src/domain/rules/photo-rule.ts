import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

const cardPhotoTable: readonly DatedRule<{ readonly fromAge: number }>[] = [
  { effectiveFrom: dayOf('2024-12-02'), source: '改正番号利用法施行 2024-12-02: 1歳未満は顔写真なし', rule: { fromAge: 1 } },
  { effectiveFrom: dayOf('2016-01-01'), source: '個人番号カード交付開始', rule: { fromAge: 0 } },
];

/**
 * Whether the card carries a photo for somebody applying on `day`. Below the age, none may be taken:
 * born 2023-12-03, applying 2024-12-02: none; applying on the first birthday: a photo.
 */
export function needsPhoto(birthDate: Day, day: Day): boolean {
  return ageOn(birthDate, day) >= ruleOn(cardPhotoTable, day).fromAge;
}
