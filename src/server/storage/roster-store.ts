import type { MunicipalityCode } from '../../domain/campaign/municipality';

export interface RosterToStore {
  /** SHA-256 of the text; the caller has checked it. */
  readonly digest: string;
  /** An armored age file. The key that opens it is on paper in the office. */
  readonly armored: string;
  /** From then on it is neither given out nor kept. */
  readonly destroyAtMs: number;
}

/** Sealed rosters on their way from the office to stations, each under its municipality and its digest. */
export interface RosterStore {
  /** Takes a roster; the identical one again changes only when it is to be destroyed. Destroys those that are due. */
  store(municipality: MunicipalityCode, roster: RosterToStore, nowMs: number): Promise<'stored' | 'repeated'>;
  /** Undefined where there is none, and from the time at which it is to be destroyed. */
  find(municipality: MunicipalityCode, digest: string, nowMs: number): Promise<string | undefined>;
  /** Destroys a roster before its time, and all that are due. False where there was none. */
  remove(municipality: MunicipalityCode, digest: string, nowMs: number): Promise<boolean>;
}
