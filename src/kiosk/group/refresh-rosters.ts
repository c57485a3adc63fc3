import type { Configuration } from '../../protocol/configuration';
import { keepRosters } from '../../sync/rosters/keep-rosters';
import type { TabletPorts } from '../tablet/tablet-ports';
import { closeGroup, useGroup } from './group-store';

/** Fetches, forgets and destroys rosters; one that is open closes where its file went. Never rejects. */
export async function refreshRosters(
  { api, rosters, stationStore }: Pick<TabletPorts, 'api' | 'rosters' | 'stationStore'>,
  configuration: Configuration | undefined,
  clockMs: number,
): Promise<void> {
  try {
    const station = await stationStore.findStation();
    if (!station || !configuration) return;
    const { serverOffsetMs } = await stationStore.getDeviceFacts();
    const nowMs = clockMs + (serverOffsetMs ?? 0);
    await keepRosters({ api, rosters, keys: station.keys, openings: configuration.openings, nowMs });
    const { group } = useGroup.getState();
    const record = group && (await rosters.findRoster(group.openingId));
    if (group && (record?.armored === undefined || record.digest !== group.digest)) closeGroup();
  } catch {
    // The tablet's storage does not answer: the next question for the configuration tries again.
  }
}
