import { rowsOf } from '../../domain/roster/find-people';
import type { RosterStore } from '../../queue/rosters/roster-store';
import { parseDayCard } from '../../sealing/roster/day-card';
import { openRoster } from '../../sealing/roster/open-roster';
import { useGroup } from './group-store';
import { followSession } from './serve-group';

export type GroupOpening =
  | 'opened'
  /** The code is no day card at all. */
  | 'notACard'
  /** A day card, but another opening's or an older one. */
  | 'otherCard'
  /** Not on this tablet yet. */
  | 'notFetched'
  /** Its time is over, or somebody destroyed it. */
  | 'destroyed'
  | 'altered';

/** Opens an opening's roster with the code of its day card. What is read goes into memory only. */
export async function openGroup(openingId: string, code: string, rosters: RosterStore, nowMs: number): Promise<GroupOpening> {
  const identity = parseDayCard(code);
  if (identity === undefined) return 'notACard';
  const record = await rosters.findRoster(openingId);
  if (!record) return 'notFetched';
  if (record.armored === undefined || record.destroyAtMs <= nowMs) return 'destroyed';
  const { digest, size, armored, destroyAtMs, checkIns } = record;
  const opening = await openRoster({ openingId, reference: { digest, size }, armored }, identity);
  if (opening.kind === 'otherCard') return 'otherCard';
  if (opening.kind !== 'opened') return 'altered';
  const rows = rowsOf(opening.roster.people);
  useGroup.setState({ group: { openingId, digest, destroyAtMs, rows, checkIns: new Map(checkIns) }, servedRow: undefined });
  followSession(rosters, Date.now);
  return 'opened';
}
