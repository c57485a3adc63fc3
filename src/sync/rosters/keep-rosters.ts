import { addDays, type Day, dayInJapan } from '../../domain/calendar/day';
import type { Configuration } from '../../protocol/configuration';
import type { RosterReference } from '../../protocol/roster/roster-reference';
import type { RosterRecord, RosterStore } from '../../queue/rosters/roster-store';
import { isRosterAsSigned } from '../../sealing/roster/roster-file';
import type { StationKeys } from '../../sealing/station-keys';
import type { ApiClient } from '../api-client';

/** Fetched so far ahead that a tablet packed days before has it, and no further. */
const fetchAheadDays = 14;

export interface RosterPorts {
  readonly api: Pick<ApiClient, 'getRoster'>;
  readonly rosters: RosterStore;
  readonly keys: StationKeys;
  readonly openings: Configuration['openings'];
  /** The tablet's clock, set right by the server's where they have met. */
  readonly nowMs: number;
}

interface Wanted {
  readonly openingId: string;
  readonly day: Day;
  readonly reference: RosterReference;
}

/**
 * Makes the tablet hold what the configuration names, and nothing else: destroys what is due or no longer named, fetches
 * what is missing. Without a network it still destroys. A file that is not the one named is not kept.
 */
export async function keepRosters(ports: RosterPorts): Promise<void> {
  const { rosters, openings, nowMs } = ports;
  const wanted = openings.flatMap(({ id, day, roster }): Wanted[] => (roster ? [{ openingId: id, day, reference: roster }] : []));
  const kept = await rosters.listRosters();
  for (const record of kept) await clearUp(record, wanted, ports);
  const lastDay = addDays(dayInJapan(nowMs), fetchAheadDays);
  for (const { openingId, day, reference } of wanted) {
    const isDue = Date.parse(reference.destroyAt) <= nowMs;
    const isHere = kept.some((record) => record.openingId === openingId && record.digest === reference.digest);
    if (!isDue && !isHere && day <= lastDay) await fetchRoster(openingId, reference, ports);
  }
}

async function clearUp(record: RosterRecord, wanted: readonly Wanted[], { rosters, nowMs }: RosterPorts): Promise<void> {
  const { openingId, digest, destroyAtMs, armored } = record;
  const isNamed = wanted.some((named) => named.openingId === openingId && named.reference.digest === digest);
  if (!isNamed) await rosters.forgetRoster(openingId);
  else if (destroyAtMs <= nowMs && armored !== undefined) await rosters.destroyRoster(openingId);
}

async function fetchRoster(openingId: string, reference: RosterReference, { api, rosters, keys }: RosterPorts): Promise<void> {
  const answer = await api.getRoster(keys, reference.digest);
  if (answer.kind !== 'roster' || !(await isRosterAsSigned({ reference, armored: answer.armored }))) return;
  const { digest, size, destroyAt } = reference;
  await rosters.keepRoster({ openingId, digest, size, armored: answer.armored, destroyAtMs: Date.parse(destroyAt) });
}
