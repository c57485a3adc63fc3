import { type ApplicantEntry, emptyApplicant } from '../applicant/applicant';
import { emptyRepresentative, type RepresentativeEntry } from '../applicant/representative';
import { emptyStay, type StayEntry } from '../applicant/stay';
import type { Calendar } from '../calendar/birth-date-entry';
import type { Kind, KindReason } from '../campaign/kind';
import type { Method } from '../campaign/method';
import type { MunicipalityCode } from '../campaign/municipality';
import type { ApplicationId } from '../form/application-id';
import { emptyIdentity, type IdentityEntry } from '../identity/identity-check';
import type { PhotoReport } from '../photo/report';
import type { CertificateName } from '../rules/certificate-rule';
import type { Circumstance } from './circumstance';

/** The ID photo: an acceptable file, and how it came about. */
export interface IdPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly report: PhotoReport;
}

/**
 * An application while it is being made. It lives in memory only and is wiped on seal, cancel and idle.
 * What was typed is kept as typed, so that going back shows it as it was left.
 */
export interface Draft {
  readonly applicationId: ApplicationId | undefined;
  readonly applicationIdSource: 'scanned' | 'typed' | 'roster' | undefined;
  readonly birthCalendar: Calendar;
  readonly birthDigits: string;
  readonly method: Method;
  readonly kind: Kind;
  /** Read by `kindReasonOf`: one that belongs to another kind counts for nothing. */
  readonly kindReason: KindReason | undefined;
  readonly declinedCertificates: readonly CertificateName[];
  /** 顔認証マイナンバーカード: no PIN, no 署名用 certificate. */
  readonly isFaceAuthentication: boolean;
  readonly contactName: string;
  readonly contactMail: string;
  readonly circumstances: readonly Circumstance[];
  readonly applicant: ApplicantEntry;
  readonly stay: StayEntry;
  /** 氏名の点字表記, as typed. */
  readonly braille: string;
  readonly representative: RepresentativeEntry;
  readonly identity: IdentityEntry;
  /** The municipality of somebody who does not live here. */
  readonly destination: MunicipalityCode | undefined;
  readonly photo: IdPhoto | undefined;
}

/** The first screen's draft: everything that has a usual answer already has it. */
export function emptyDraft(method: Method): Draft {
  return {
    applicationId: undefined,
    applicationIdSource: undefined,
    birthCalendar: 'showa',
    birthDigits: '',
    method,
    kind: 'first',
    kindReason: undefined,
    declinedCertificates: [],
    isFaceAuthentication: false,
    contactName: '',
    contactMail: '',
    circumstances: [],
    applicant: emptyApplicant,
    stay: emptyStay,
    braille: '',
    representative: emptyRepresentative,
    identity: emptyIdentity,
    destination: undefined,
    photo: undefined,
  };
}

/**
 * The next of a family in the same sitting: address, contact, representative and municipality are carried over,
 * and nothing that belongs to one person alone.
 */
export function familyDraft(previous: Draft): Draft {
  const { method, contactName, contactMail, representative, destination } = previous;
  const { postalCode, address, phone } = previous.applicant;
  const isElsewhere = previous.circumstances.includes('nonResident');
  return {
    ...emptyDraft(method),
    birthCalendar: previous.birthCalendar,
    contactName,
    contactMail,
    representative,
    destination,
    circumstances: isElsewhere ? ['nonResident'] : [],
    applicant: { ...emptyApplicant, postalCode, address, phone },
  };
}
