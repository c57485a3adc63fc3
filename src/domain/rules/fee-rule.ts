import { type Day, dayOf } from '../calendar/day';
import type { Kind, KindReason } from '../campaign/kind';
import type { CertificateWishes } from './certificate-rule';
import { type DatedRule, ruleOn } from './dated-rule';

interface ReissueFee {
  readonly cardYen: number;
  readonly certificatesYen: number;
  /** Reasons for which the resident pays; for the others the office decides. */
  readonly charged: readonly KindReason[];
}

const reissueFeeTable: readonly DatedRule<ReissueFee>[] = [
  {
    effectiveFrom: dayOf('2016-01-01'),
    source: '再交付手数料: カード800円、電子証明書200円。新規・更新は無料',
    rule: { cardYen: 800, certificatesYen: 200, charged: ['lost', 'damaged'] },
  },
];

/** A hint for the resident; what is charged in the end is the office's to say. */
export type FeeHint =
  | { readonly kind: 'free' }
  | { readonly kind: 'charged'; readonly yen: number }
  | { readonly kind: 'officeDecides'; readonly yen: number };

export interface FeeFacts {
  readonly kind: Kind;
  readonly kindReason: KindReason | null | undefined;
  readonly certificates: CertificateWishes;
}

/** What a card costs: nothing but on reissue; there 1,000 yen, or 800 where no certificate is issued. */
export function feeHint({ kind, kindReason, certificates }: FeeFacts, day: Day): FeeHint {
  if (kind !== 'reissue') return { kind: 'free' };
  const { cardYen, certificatesYen, charged } = ruleOn(reissueFeeTable, day);
  const hasCertificate = Object.values(certificates).includes('issue');
  const yen = cardYen + (hasCertificate ? certificatesYen : 0);
  const isCharged = kindReason !== null && kindReason !== undefined && charged.includes(kindReason);
  return { kind: isCharged ? 'charged' : 'officeDecides', yen };
}
