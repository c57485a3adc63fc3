import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import type { Kind, KindReason } from '../campaign/kind';
import { type DatedRule, ruleOn } from './dated-rule';

export type ExpressReason = 'underOne' | 'lost' | 'fromAbroad';

const expressTable: readonly DatedRule<readonly ExpressReason[]>[] = [
  { effectiveFrom: dayOf('2024-12-02'), source: '特急発行 2024-12-02', rule: ['underOne', 'lost', 'fromAbroad'] },
  { effectiveFrom: dayOf('2016-01-01'), source: '特急発行なし', rule: [] },
];

export interface ExpressFacts {
  readonly birthDate: Day;
  readonly kind: Kind;
  readonly kindReason: KindReason | null | undefined;
  readonly isFromAbroad: boolean;
}

/**
 * Why somebody may ask for 特急発行 (about a week). It is a procedure of the counter: this product only tells of
 * it, with the counter's address.
 */
export function expressReasons({ birthDate, kind, kindReason, isFromAbroad }: ExpressFacts, day: Day): readonly ExpressReason[] {
  const holds: Readonly<Record<ExpressReason, boolean>> = {
    underOne: ageOn(birthDate, day) < 1,
    lost: kind === 'reissue' && kindReason === 'lost',
    fromAbroad: isFromAbroad,
  };
  return ruleOn(expressTable, day).filter((reason) => holds[reason]);
}
