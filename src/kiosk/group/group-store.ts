import { create } from 'zustand';
import type { CheckIns } from '../../domain/roster/check-in';
import type { RosterRow } from '../../domain/roster/find-people';

/** The roster that a day card has opened: in memory, and nowhere else. */
export interface OpenGroup {
  readonly openingId: string;
  readonly digest: string;
  readonly destroyAtMs: number;
  readonly rows: readonly RosterRow[];
  readonly checkIns: CheckIns;
}

export interface GroupState {
  readonly group: OpenGroup | undefined;
  /** Whom of the roster the application being made is for. */
  readonly servedRow: number | undefined;
}

export const useGroup = create<GroupState>()(() => ({ group: undefined, servedRow: undefined }));

/** Drops the roster from memory: at sign-out, at the end of its time, by hand. */
export function closeGroup(): void {
  useGroup.setState({ group: undefined, servedRow: undefined });
}
