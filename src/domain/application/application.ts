import { type Applicant, readApplicant } from '../applicant/applicant';
import { readBraille } from '../applicant/braille';
import { findRepresentative, type Representative } from '../applicant/representative';
import type { ForeignResident } from '../applicant/stay';
import { textOf } from '../applicant/written-text';
import type { Day } from '../calendar/day';
import type { Kind, KindReason } from '../campaign/kind';
import { hasIdentityCheck, type Method } from '../campaign/method';
import type { MunicipalityCode } from '../campaign/municipality';
import { defaultOfficeRules, type OfficeRules } from '../campaign/office-rules';
import type { ApplicationId } from '../form/application-id';
import type { IdentityCheck } from '../identity/identity-check';
import { type CertificateWishes, certificateWishes } from '../rules/certificate-rule';
import { needsPhoto } from '../rules/photo-rule';
import { readMail } from './contact';
import type { Draft, IdPhoto } from './draft';
import {
  certificateLimitsOf,
  findBirthDate,
  findDestination,
  findForeignResident,
  hasCircumstance,
  identityOf,
  isFaceAuthenticationChosen,
  kindReasonOf,
  representedAsOf,
} from './draft-facts';
import { type MissingPart, missingParts } from './missing-parts';

/** A complete application, ready for consent and seal. */
export interface Application {
  readonly applicationId: ApplicationId;
  readonly applicationIdSource: 'scanned' | 'typed' | 'roster';
  readonly birthDate: Day;
  readonly method: Method;
  readonly kind: Kind;
  /** None on first issue. */
  readonly kindReason: KindReason | null;
  readonly certificates: CertificateWishes;
  readonly isFaceAuthentication: boolean;
  readonly contact: { readonly name: string | null; readonly mail: string | null };
  readonly applicant: Applicant;
  readonly isAdultWard: boolean;
  /** 法定代理人 of a child or an adult ward. */
  readonly representative: Representative | null;
  readonly foreignResident: ForeignResident | null;
  readonly isFromAbroad: boolean;
  readonly braille: string | null;
  readonly identityCheck: IdentityCheck | null;
  /** The municipality of somebody who does not live here; null for this one's residents. */
  readonly destination: MunicipalityCode | null;
  /** None for applicants whose card carries no photo. */
  readonly photo: IdPhoto | null;
}

export type ApplicationReading =
  | { readonly kind: 'complete'; readonly application: Application }
  | { readonly kind: 'missing'; readonly parts: readonly MissingPart[] };

/** Reads a draft into a whole application, or names what is missing, in the order of the steps. */
export function readApplication(draft: Draft, day: Day, rules: OfficeRules = defaultOfficeRules): ApplicationReading {
  const { applicationId, applicationIdSource, method, kind } = draft;
  const birthDate = findBirthDate(draft, day);
  const parts = missingParts(draft, day, rules);
  if (parts.length > 0 || !applicationId || !applicationIdSource || !birthDate) return { kind: 'missing', parts };
  return {
    kind: 'complete',
    application: {
      ...{ applicationId, applicationIdSource, birthDate, method, kind },
      kindReason: kindReasonOf(draft) ?? null,
      certificates: certificateWishes(draft.declinedCertificates, birthDate, day, certificateLimitsOf(draft, day)),
      isFaceAuthentication: isFaceAuthenticationChosen(draft, day),
      contact: readContact(draft),
      photo: needsPhoto(birthDate, day) ? (draft.photo ?? null) : null,
      ...readCircumstances(draft, day, rules),
    },
  };
}

function readContact(draft: Draft): Application['contact'] {
  const mail = readMail(draft.contactMail);
  return { name: draft.contactName.trim() || null, mail: mail.kind === 'address' ? mail.address : null };
}

type Special =
  | 'applicant'
  | 'isAdultWard'
  | 'representative'
  | 'foreignResident'
  | 'isFromAbroad'
  | 'braille'
  | 'identityCheck'
  | 'destination';

/** What only some applications have. What was typed for a circumstance that was taken back is left behind. */
function readCircumstances(draft: Draft, day: Day, rules: OfficeRules): Pick<Application, Special> {
  const as = representedAsOf(draft, day);
  const applicant = readApplicant(draft.applicant);
  return {
    applicant: hasCircumstance(draft, 'nameNotes') ? applicant : { ...applicant, formerName: null, alias: null },
    isAdultWard: hasCircumstance(draft, 'adultWard'),
    representative: (as && findRepresentative(draft.representative, as)) ?? null,
    foreignResident: findForeignResident(draft, day) ?? null,
    isFromAbroad: hasCircumstance(draft, 'fromAbroad'),
    braille: hasCircumstance(draft, 'braille') ? textOf(readBraille(draft.braille)) : null,
    identityCheck: (hasIdentityCheck(draft.method) && identityOf(draft, day, rules).check) || null,
    destination: findDestination(draft, rules)?.code ?? null,
  };
}
