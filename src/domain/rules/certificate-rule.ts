import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

/** The two electronic certificates: 署名用 and 利用者証明用. */
export const certificateNames = ['signature', 'userAuthentication'] as const;
export type CertificateName = (typeof certificateNames)[number];

/** Both are issued unless declined; `notIssued` where the law gives none at this age. */
export type CertificateWish = 'issue' | 'declined' | 'notIssued';
export type CertificateWishes = Readonly<Record<CertificateName, CertificateWish>>;

const signatureFromAgeTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '公的個人認証法: 15歳未満には署名用を原則発行しない', rule: 15 },
];

/** Whether a certificate can be issued to somebody of this birth date applying on `day`. */
export function canHaveCertificate(name: CertificateName, birthDate: Day, day: Day): boolean {
  return name !== 'signature' || ageOn(birthDate, day) >= ruleOn(signatureFromAgeTable, day);
}

/** The wishes that follow from the boxes ticked to decline, with the limits by age applied. */
export function certificateWishes(declined: readonly CertificateName[], birthDate: Day, day: Day): CertificateWishes {
  const wish = (name: CertificateName): CertificateWish => {
    if (!canHaveCertificate(name, birthDate, day)) return 'notIssued';
    return declined.includes(name) ? 'declined' : 'issue';
  };
  return { signature: wish('signature'), userAuthentication: wish('userAuthentication') };
}
