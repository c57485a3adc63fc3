import { readBirthDate } from '../calendar/birth-date-entry';
import type { Day } from '../calendar/day';
import type { Kind } from '../campaign/kind';
import { type Method, supportedMethods } from '../campaign/method';
import type { ApplicationId } from '../form/application-id';
import { type CertificateWishes, certificateWishes } from '../rules/certificate-rule';
import { needsPhoto } from '../rules/photo-rule';
import { readMail } from './contact';
import type { Draft, IdPhoto } from './draft';

/** A complete application, ready for consent and seal. */
export interface Application {
  readonly applicationId: ApplicationId;
  readonly applicationIdSource: 'scanned' | 'typed';
  readonly birthDate: Day;
  readonly method: Method;
  readonly kind: Kind;
  readonly certificates: CertificateWishes;
  readonly contact: { readonly name: string | null; readonly mail: string | null };
  /** None for applicants whose card carries no photo. */
  readonly photo: IdPhoto | null;
}

export type MissingPart = 'applicationId' | 'birthDate' | 'method' | 'contactMail' | 'photo';

export type ApplicationReading =
  | { readonly kind: 'complete'; readonly application: Application }
  | { readonly kind: 'missing'; readonly parts: readonly MissingPart[] };

/** The birth date a draft holds, where it is complete and valid on the opening's day. */
export function findBirthDate(draft: Draft, day: Day): Day | undefined {
  const reading = readBirthDate({ calendar: draft.birthCalendar, digits: draft.birthDigits }, day);
  return reading.kind === 'complete' ? reading.birthDate : undefined;
}

/** Reads a draft into a whole application, or names what is missing, in the order of the steps. */
export function readApplication(draft: Draft, day: Day): ApplicationReading {
  const { applicationId, applicationIdSource } = draft;
  const birthDate = findBirthDate(draft, day);
  const parts = missingParts(draft, day, birthDate);
  if (parts.length > 0 || !applicationId || !applicationIdSource || !birthDate) return { kind: 'missing', parts };
  return {
    kind: 'complete',
    application: {
      applicationId,
      applicationIdSource,
      birthDate,
      method: draft.method,
      kind: draft.kind,
      certificates: certificateWishes(draft.declinedCertificates, birthDate, day),
      contact: readContact(draft),
      photo: needsPhoto(birthDate, day) ? (draft.photo ?? null) : null,
    },
  };
}

function missingParts(draft: Draft, day: Day, birthDate: Day | undefined): readonly MissingPart[] {
  const parts: MissingPart[] = [];
  if (!draft.applicationId || !draft.applicationIdSource) parts.push('applicationId');
  if (!birthDate) parts.push('birthDate');
  if (!supportedMethods.includes(draft.method)) parts.push('method');
  if (readMail(draft.contactMail).kind === 'invalid') parts.push('contactMail');
  if (birthDate && needsPhoto(birthDate, day) && !draft.photo) parts.push('photo');
  return parts;
}

function readContact(draft: Draft): Application['contact'] {
  const mail = readMail(draft.contactMail);
  return { name: draft.contactName.trim() || null, mail: mail.kind === 'address' ? mail.address : null };
}
