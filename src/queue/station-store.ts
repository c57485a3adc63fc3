import type { Opening } from '../domain/campaign/opening';
import type { MunicipalityCode } from '../domain/campaign/municipality';
import type { StationCode } from '../domain/submission/station-code';
import type { PublicKey } from '../protocol/fields';
import type { StationKeys } from '../sealing/station-keys';

/** The station this tablet is. */
export interface StationRecord {
  /** The private halves are not extractable: they are stored as key objects. */
  readonly keys: StationKeys;
  /** `pending` until a configuration that lists this station was verified. */
  readonly state: 'pending' | 'active';
  readonly stationCode: StationCode;
  readonly municipality: MunicipalityCode;
  /** The pinned key: no configuration signed by another is ever taken. */
  readonly configurationKey: PublicKey;
  /** The six digits to compare with the administrator's screen. */
  readonly fingerprint: string;
  /** What a configuration must say of this station to make it active; absent where an earlier version enrolled it. */
  readonly confirmation?: string;
}

/** Keys made for one enrolment code, kept before they are sent so that a lost answer can be asked for again. */
export interface EnrolmentAttempt {
  readonly codeId: string;
  readonly keys: StationKeys;
}

/** A configuration as the office signed it; whoever reads it verifies it again. */
export interface StoredConfiguration {
  /** Compact JWS. */
  readonly jws: string;
  readonly etag: string | null;
}

/** Small facts of this tablet, none of them about an applicant. */
export interface DeviceFacts {
  /** The opening that staff chose last. */
  readonly openingId: string | null;
  /** Server's clock minus the tablet's when they last met. */
  readonly serverOffsetMs: number | null;
  /** Wrong PINs in a row on this tablet, kept so that a reload is no way round. */
  readonly wrongPins: number;
  /** No PIN is taken before this time of the tablet's clock. */
  readonly pinWaitUntilMs: number;
  /** When the server last said that the configuration here is the one in force, by the tablet's clock. */
  readonly configurationCheckedAtMs: number | null;
  /** When envelopes last left as a file; null where none did. */
  readonly lastTransferAtMs: number | null;
  /** Openings that staff made here because nobody had prepared one; absent before the first. Nothing about an applicant. */
  readonly adHocOpenings?: readonly Opening[];
}

/**
 * What this tablet is and what it was told. Guarantees: a change is durable when its promise is fulfilled; every
 * operation is safe to repeat; private keys are never written in a form that can be read.
 * Rejects only where the database cannot be used at all (`DatabaseUnavailable`).
 */
export interface StationStore {
  findStation(): Promise<StationRecord | undefined>;
  /** Replaces the station. A configuration of another pinned key is dropped with the old one. */
  saveStation(station: StationRecord): Promise<void>;
  /** Keeps the first attempt for a code; returns the one that is kept. */
  keepAttempt(attempt: EnrolmentAttempt): Promise<EnrolmentAttempt>;
  findAttempt(codeId: string): Promise<EnrolmentAttempt | undefined>;

  findConfiguration(): Promise<StoredConfiguration | undefined>;
  /**
   * Stores a configuration that was verified for this station and makes the station active, together; forgets
   * enrolment attempts. False where the tablet became another station meanwhile: nothing is stored.
   */
  saveConfiguration(configuration: StoredConfiguration, stationId: string): Promise<boolean>;

  getDeviceFacts(): Promise<DeviceFacts>;
  saveDeviceFacts(facts: Partial<DeviceFacts>): Promise<void>;
}
