/**
 * Whether the way fails or the envelope cannot be told from one that fails: a proxy may cut off whatever is long, a server
 * may stumble over one. So where a run has failed before, the next one tries another envelope, a scout, right after the
 * one that fails. Where the scout arrives the way is good, and the run goes on without the other; where it fails too, the
 * next run sends a scout from further behind. No envelope holds up the others for ever, and on a good way the order stays.
 */
export interface Scouting {
  /** Up to which number those that were tried have failed; null where none has since all went well. */
  readonly failedUpTo: number | null;
  /** Where the run goes on when its scout has ended; null while none is out. */
  readonly returnTo: number | null;
}

/** Up to where a run has gone, and how its scouts stand. */
interface Place {
  readonly after: number;
  readonly scouting: Scouting;
}

/** Where some have failed, or a scout is out, one goes at a time: two at once that fail would pass for the way. */
export function isAmongFailed({ after, scouting: { failedUpTo, returnTo } }: Place): boolean {
  return returnTo !== null || (failedUpTo !== null && after < failedUpTo);
}

export const noScouts: Scouting = { failedUpTo: null, returnTo: null };

/** Looks for a scout behind those that failed; where the run stands behind them anyway, its next envelope is as good. */
export function scoutFor({ after, scouting: { failedUpTo } }: Place): Place {
  const isAhead = failedUpTo !== null && failedUpTo > after;
  return isAhead
    ? { after: failedUpTo, scouting: { failedUpTo, returnTo: after } }
    : { after, scouting: { failedUpTo, returnTo: null } };
}

/** Back to where the run was; where no scout was out, nothing changes. */
export function scoutEnded({ after, scouting: { failedUpTo, returnTo } }: Place): Place {
  return { after: returnTo ?? after, scouting: { failedUpTo, returnTo: null } };
}

/** None waits so far behind: the neighbour is tried, and scouts begin from the front again. */
export function scoutMissing({ returnTo }: Scouting): Place {
  return { after: returnTo ?? 0, scouting: { failedUpTo: 0, returnTo: null } };
}

/** For the run after one that ended with this failure. */
export function scoutingAfterRun({ after }: Place): Scouting {
  return { failedUpTo: after, returnTo: null };
}
