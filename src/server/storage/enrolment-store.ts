import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { StationCode } from '../../domain/submission/station-code';
import type { EnrolmentCode, EnrolmentRequest, PendingStation } from '../../protocol/enrolment';

export interface EnrolmentAttempt extends EnrolmentRequest {
  /** Thumbprint of the signing key. */
  readonly stationId: string;
}

export type EnrolmentOutcome =
  | { readonly kind: 'enrolled'; readonly stationCode: StationCode }
  /** This code was used by this very key before: the same answer again, whatever the time. */
  | { readonly kind: 'repeated'; readonly stationCode: StationCode }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' };

/** Enrolment codes and the stations that used them. */
export interface EnrolmentStore {
  /** Takes a code; the identical one again changes nothing. `taken` where one of its ids belongs to another code. */
  addCode(municipality: MunicipalityCode, code: EnrolmentCode, nowMs: number): Promise<'added' | 'repeated' | 'taken'>;
  /** Uses a code. However many attempts come at once, one key gets it. The ids of one code are used together. */
  enrol(municipality: MunicipalityCode, attempt: EnrolmentAttempt, nowMs: number): Promise<EnrolmentOutcome>;
  /** Stations enrolled but not in the current configuration, the oldest first; each once, by its last enrolment. */
  listPending(municipality: MunicipalityCode): Promise<readonly PendingStation[]>;
}
