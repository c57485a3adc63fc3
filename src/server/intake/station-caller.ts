import type { KnownStation } from '../storage/configuration-store';
import type { Municipality } from '../storage/municipality-store';
import type { Storage } from '../storage/storage';

/** A station under its own municipality. */
export interface StationCaller {
  readonly municipality: Municipality;
  readonly station: KnownStation;
}

/** The station of this id, as its own municipality knows it; what it sent is not verified yet. */
export async function findStationCaller(stationId: string, storage: Storage): Promise<StationCaller | undefined> {
  const municipality = await storage.municipalities.findOfStation(stationId);
  const station = municipality && (await storage.configurations.findStation(municipality.code, stationId));
  return municipality && station && { municipality, station };
}
