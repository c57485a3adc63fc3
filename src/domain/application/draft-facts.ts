import type { ForeignResident } from '../applicant/stay';
import { readStay } from '../applicant/stay';
import { readBirthDate } from '../calendar/birth-date-entry';
import type { Day } from '../calendar/day';
import { isReasonOf, type KindReason, usualReasons } from '../campaign/kind';
import { findPartner, type OfficeRules, type Partner } from '../campaign/office-rules';
import { type IdentityReading, readIdentity } from '../identity/identity-check';
import { canChooseFaceAuthentication, type CertificateLimits } from '../rules/certificate-rule';
import { type RepresentedAs, representedAs } from '../rules/representative-rule';
import type { Circumstance } from './circumstance';
import type { Draft } from './draft';

/** The birth date a draft holds, where it is complete and valid on the opening's day. */
export function findBirthDate(draft: Draft, day: Day): Day | undefined {
  const reading = readBirthDate({ calendar: draft.birthCalendar, digits: draft.birthDigits }, day);
  return reading.kind === 'complete' ? reading.birthDate : undefined;
}

/** Whether the resident told of a circumstance. */
export function hasCircumstance(draft: Draft, circumstance: Circumstance): boolean {
  return draft.circumstances.includes(circumstance);
}

/** Why the card is made anew, as chosen for this kind, else the kind's usual reason where it has one. */
export function kindReasonOf({ kind, kindReason }: Draft): KindReason | undefined {
  return isReasonOf(kind, kindReason) ? kindReason : usualReasons[kind];
}

/** Whether a card without a PIN was chosen, on a day on which there is one. */
export function isFaceAuthenticationChosen(draft: Draft, day: Day): boolean {
  return draft.isFaceAuthentication && canChooseFaceAuthentication(day);
}

/** What limits this person's certificates beside age. */
export function certificateLimitsOf(draft: Draft, day: Day): CertificateLimits {
  return { isAdultWard: hasCircumstance(draft, 'adultWard'), isFaceAuthentication: isFaceAuthenticationChosen(draft, day) };
}

/** Why a representative acts; undefined for those who apply alone, and before the birth date is known. */
export function representedAsOf(draft: Draft, day: Day): RepresentedAs | undefined {
  const birthDate = findBirthDate(draft, day);
  return birthDate && representedAs(birthDate, day, hasCircumstance(draft, 'adultWard'));
}

/** The stay of a foreign resident, once it is told whole. */
export function findForeignResident(draft: Draft, day: Day): ForeignResident | undefined {
  if (!hasCircumstance(draft, 'foreignResident')) return undefined;
  const reading = readStay(draft.stay, day);
  return reading.kind === 'complete' ? reading.resident : undefined;
}

/** The municipality that takes part and in which the applicant lives; undefined for this one's residents. */
export function findDestination(draft: Draft, rules: OfficeRules): Partner | undefined {
  return hasCircumstance(draft, 'nonResident') ? findPartner(rules.partners, draft.destination) : undefined;
}

/** How the identity check stands. */
export function identityOf(draft: Draft, day: Day, rules: OfficeRules): IdentityReading {
  const isMailedElsewhere = findDestination(draft, rules)?.mailsCards ?? false;
  const isFaceAuthentication = isFaceAuthenticationChosen(draft, day);
  return readIdentity(draft.identity, rules.identity, { isFaceAuthentication, isMailedElsewhere });
}
