import type { CheckIns, CheckInState } from '../../domain/roster/check-in';

/** A roster at rest: an age file that this tablet cannot open by itself, and marks by place in it. */
export interface RosterRecord {
  readonly openingId: string;
  /** SHA-256 and size of the armored file, as the signed configuration states them. */
  readonly digest: string;
  readonly size: number;
  /** Gone once it was destroyed; the record then only says that it must not be fetched again. */
  readonly armored: string | undefined;
  readonly destroyAtMs: number;
  /** Place in the roster, from 1, and how far that person is. Nothing else of anybody. */
  readonly checkIns: readonly (readonly [row: number, state: CheckInState])[];
}

/** A roster that was fetched and found to be the one that the configuration names. */
export type FetchedRoster = Omit<RosterRecord, 'armored' | 'checkIns'> & { readonly armored: string };

/**
 * Rosters of coming openings, sealed. Guarantees: a change is durable when its promise is fulfilled; every operation is
 * safe to repeat; marks belong to one file and go with it.
 */
export interface RosterStore {
  findRoster(openingId: string): Promise<RosterRecord | undefined>;
  listRosters(): Promise<readonly RosterRecord[]>;
  /** Keeps a file; marks stay only where it is the same one. A destroyed one does not come back. */
  keepRoster(roster: FetchedRoster): Promise<void>;
  /** Destroys file and marks, and remembers that. */
  destroyRoster(openingId: string): Promise<void>;
  /** Forgets all about an opening's roster. */
  forgetRoster(openingId: string): Promise<void>;
  /** Sets or takes away a mark; who has applied stays so. Returns the marks as they stand, none where the file is another. */
  mark(file: Pick<RosterRecord, 'openingId' | 'digest'>, row: number, state: CheckInState | undefined): Promise<CheckIns>;
}
