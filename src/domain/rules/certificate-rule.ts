import { ageOn } from '../calendar/age';
import { type Day, dayOf } from '../calendar/day';
import { type DatedRule, ruleOn } from './dated-rule';

/** The two electronic certificates: 署名用 and 利用者証明用. */
export const certificateNames = ['signature', 'userAuthentication'] as const;
export type CertificateName = (typeof certificateNames)[number];

/** Both are issued unless declined; `notIssued` where the law gives none to this person. */
export type CertificateWish = 'issue' | 'declined' | 'notIssued';
export type CertificateWishes = Readonly<Record<CertificateName, CertificateWish>>;

/** What limits certificates beside age. */
export interface CertificateLimits {
  /** 成年被後見人 */
  readonly isAdultWard: boolean;
  /** 顔認証マイナンバーカード: a card without a PIN, so without what needs one to sign. */
  readonly isFaceAuthentication: boolean;
}
export const noCertificateLimits: CertificateLimits = { isAdultWard: false, isFaceAuthentication: false };

export type WhyNotIssued = 'underAge' | 'adultWard' | 'faceAuthentication';

const signatureFromAgeTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '公的個人認証法: 15歳未満には署名用を原則発行しない', rule: 15 },
];

const faceAuthenticationTable: readonly DatedRule<boolean>[] = [
  { effectiveFrom: dayOf('2023-12-15'), source: '顔認証マイナンバーカード 2023-12-15: 署名用なし', rule: true },
  { effectiveFrom: dayOf('2016-01-01'), source: '顔認証マイナンバーカードなし', rule: false },
];

const certificateBirthdaysTable: readonly DatedRule<number>[] = [
  { effectiveFrom: dayOf('2016-01-01'), source: '電子証明書は発行から5回目の誕生日まで', rule: 5 },
];

/** Whether a card without a PIN can be chosen. */
export function canChooseFaceAuthentication(day: Day): boolean {
  return ruleOn(faceAuthenticationTable, day);
}

/** How many birthdays after issue a certificate lasts. */
export function certificateBirthdays(day: Day): number {
  return ruleOn(certificateBirthdaysTable, day);
}

/** Why a certificate is not issued to somebody applying on `day`; undefined where it can be. */
export function whyNotIssued(
  name: CertificateName,
  birthDate: Day,
  day: Day,
  limits: CertificateLimits = noCertificateLimits,
): WhyNotIssued | undefined {
  if (name !== 'signature') return undefined;
  if (ageOn(birthDate, day) < ruleOn(signatureFromAgeTable, day)) return 'underAge';
  if (limits.isAdultWard) return 'adultWard';
  return limits.isFaceAuthentication ? 'faceAuthentication' : undefined;
}

/** Whether a certificate can be issued to somebody of this birth date applying on `day`. */
export function canHaveCertificate(name: CertificateName, birthDate: Day, day: Day, limits?: CertificateLimits): boolean {
  return whyNotIssued(name, birthDate, day, limits) === undefined;
}

/** The wishes that follow from the boxes ticked to decline, with the limits of the person applied. */
export function certificateWishes(
  declined: readonly CertificateName[],
  birthDate: Day,
  day: Day,
  limits?: CertificateLimits,
): CertificateWishes {
  const wish = (name: CertificateName): CertificateWish => {
    if (!canHaveCertificate(name, birthDate, day, limits)) return 'notIssued';
    return declined.includes(name) ? 'declined' : 'issue';
  };
  return { signature: wish('signature'), userAuthentication: wish('userAuthentication') };
}
