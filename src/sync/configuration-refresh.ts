import { type Configuration, isNewerConfiguration, type StationEntry } from '../protocol/configuration';
import type { StationRecord, StationStore, StoredConfiguration } from '../queue/station-store';
import { verifyConfiguration } from '../sealing/configuration';
import type { ApiClient } from './api-client';
import type { ClientFailure } from './client-failure';

/** A configuration as it stands on the tablet. */
export type CachedConfiguration =
  | { readonly kind: 'ready'; readonly configuration: Configuration; readonly station: StationRecord }
  /** Not enrolled. */
  | { readonly kind: 'noStation' }
  /** Enrolled, and no configuration was ever received. */
  | { readonly kind: 'noConfiguration'; readonly station: StationRecord }
  /** What is stored is not signed by the pinned key, or not meant for this station. */
  | { readonly kind: 'altered'; readonly station: StationRecord };

export type ConfigurationRefresh =
  /** A newer one was verified and stored; a pending station is active now. */
  | { readonly kind: 'updated'; readonly configuration: Configuration }
  /** Nothing was stored: it is the one in use, or the tablet became another station while it asked. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'noStation' }
  /** The administrator has not matched the fingerprint yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'revoked' }
  /** Not signed by the pinned key. What was stored stays in use. */
  | { readonly kind: 'altered' }
  /** Signed, and not newer than the one in use, which stays. */
  | { readonly kind: 'stale' }
  /** Signed, but for another municipality, or without this station as it was confirmed. What was stored stays in use. */
  | { readonly kind: 'notForThisStation' }
  | ClientFailure;

export interface ConfigurationPorts {
  readonly api: Pick<ApiClient, 'getConfiguration'>;
  readonly stationStore: Pick<StationStore, 'findStation' | 'findConfiguration' | 'saveConfiguration'>;
}

/** Reads the stored configuration and verifies it again: storage is not trusted to have kept it whole. */
export async function readCachedConfiguration(
  stationStore: Pick<StationStore, 'findStation' | 'findConfiguration'>,
): Promise<CachedConfiguration> {
  const station = await stationStore.findStation();
  if (!station) return { kind: 'noStation' };
  const stored = await stationStore.findConfiguration();
  if (!stored) return { kind: 'noConfiguration', station };
  const configuration = await verifyConfiguration(stored.jws, station.configurationKey);
  const standing = configuration && standingIn(configuration, station);
  if (configuration && standing === 'active') return { kind: 'ready', configuration, station };
  // After a second enrolment what is stored was meant for the station this tablet was before.
  const isOfEarlierStation = standing === 'notListed' && station.state === 'pending';
  return { kind: isOfEarlierStation ? 'noConfiguration' : 'altered', station };
}

/** Asks the server for a newer configuration and takes it only where the office signed it for this station. */
export async function refreshConfiguration({ api, stationStore }: ConfigurationPorts): Promise<ConfigurationRefresh> {
  const cached = await readCachedConfiguration(stationStore);
  if (cached.kind === 'noStation') return cached;
  const current = cached.kind === 'ready' ? cached.configuration : undefined;
  const stored = current && (await stationStore.findConfiguration());
  const answer = await api.getConfiguration(cached.station.keys, stored?.etag ?? null);
  if (answer.kind === 'notModified') return { kind: 'unchanged' };
  if (answer.kind !== 'configuration') return readRefusal(answer);
  return takeConfiguration(answer, { station: cached.station, current, stored, stationStore });
}

interface Standing {
  readonly station: StationRecord;
  readonly current: Configuration | undefined;
  readonly stored: StoredConfiguration | undefined;
  readonly stationStore: ConfigurationPorts['stationStore'];
}

async function takeConfiguration(
  { jws, etag }: StoredConfiguration,
  { station, current, stored, stationStore }: Standing,
): Promise<ConfigurationRefresh> {
  if (jws === stored?.jws) return { kind: 'unchanged' };
  const candidate = await verifyConfiguration(jws, station.configurationKey);
  if (!candidate) return { kind: 'altered' };
  const standing = standingIn(candidate, station);
  if (standing === 'notListed') return { kind: 'notForThisStation' };
  if (current && !isNewerConfiguration(candidate, current)) return { kind: 'stale' };
  if (standing === 'revoked') return { kind: 'revoked' };
  const isStored = await stationStore.saveConfiguration({ jws, etag }, station.keys.stationId);
  return isStored ? { kind: 'updated', configuration: candidate } : { kind: 'unchanged' };
}

function standingIn({ municipality, stations }: Configuration, station: StationRecord): 'active' | 'revoked' | 'notListed' {
  const entry = stations.find(({ id }) => id === station.keys.stationId);
  const isListed = municipality.code === station.municipality && entry?.code === station.stationCode;
  return entry && isListed && isConfirmed(entry, station) ? entry.state : 'notListed';
}

/** A tablet that waits believes only who knows the secret of its enrolment code: whoever matched the six digits. */
function isConfirmed(entry: StationEntry, { state, confirmation }: StationRecord): boolean {
  return state === 'active' || confirmation === undefined || entry.confirmation === confirmation;
}

function readRefusal(failure: ClientFailure): ConfigurationRefresh {
  if (failure.kind === 'problem' && failure.code === 'station-pending') return { kind: 'pending' };
  if (failure.kind === 'problem' && failure.code === 'station-revoked') return { kind: 'revoked' };
  return failure;
}
