/**
 * How far a person of the roster is. Nobody who has not come has a mark.
 * `arrived` came and is being served · `sealed` applied · `declined` came or was asked, and does not apply.
 */
export const checkInStates = ['arrived', 'sealed', 'declined'] as const;
export type CheckInState = (typeof checkInStates)[number];

/** Marks by place in the roster, from 1: all that a tablet keeps of a roster beside the sealed file. */
export type CheckIns = ReadonlyMap<number, CheckInState>;

export interface GroupProgress {
  readonly total: number;
  /** Not seen yet; once the opening is over, the no-shows. */
  readonly expected: number;
  readonly arrived: number;
  readonly sealed: number;
  readonly declined: number;
}

/** 進みぐあい: how many of a group of `total` stand where. */
export function groupProgress(total: number, checkIns: CheckIns): GroupProgress {
  const states = [...checkIns].filter(([row]) => row >= 1 && row <= total).map(([, state]) => state);
  const count = (state: CheckInState): number => states.filter((candidate) => candidate === state).length;
  const [arrived, sealed, declined] = [count('arrived'), count('sealed'), count('declined')];
  return { total, expected: total - arrived - sealed - declined, arrived, sealed, declined };
}

/** Whether a mark may follow another: who has applied stays so, whatever is scanned again. */
export function mayBecome(before: CheckInState | undefined, after: CheckInState | undefined): boolean {
  return before !== 'sealed' || after === 'sealed';
}
