import type { Calendar } from '../calendar/birth-date-entry';
import type { Kind } from '../campaign/kind';
import type { Method } from '../campaign/method';
import type { ApplicationId } from '../form/application-id';
import type { PhotoReport } from '../photo/report';
import type { CertificateName } from '../rules/certificate-rule';

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
  readonly applicationIdSource: 'scanned' | 'typed' | undefined;
  readonly birthCalendar: Calendar;
  readonly birthDigits: string;
  readonly method: Method;
  readonly kind: Kind;
  readonly declinedCertificates: readonly CertificateName[];
  readonly contactName: string;
  readonly contactMail: string;
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
    declinedCertificates: [],
    contactName: '',
    contactMail: '',
    photo: undefined,
  };
}
