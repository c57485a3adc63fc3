import type { StationEntry } from '../../protocol/configuration';
import { verifyConfiguration } from '../../sealing/configuration';
import { thumbprint } from '../../sealing/jws';
import type { Municipality } from '../storage/municipality-store';
import type { Services } from '../services';

export type PublicationOutcome = 'published' | 'repeated' | 'stale' | 'invalid';

/** Takes a configuration that this municipality's office signed. */
export async function publishConfiguration(
  jws: string,
  municipality: Municipality,
  { storage, nowMs }: Pick<Services, 'storage' | 'nowMs'>,
): Promise<PublicationOutcome> {
  const configuration = await verifyConfiguration(jws, municipality.configurationKey);
  if (!configuration || configuration.municipality.code !== municipality.code) return 'invalid';
  const { epoch, version, stations } = configuration;
  if (!(await areNamedByTheirKeys(stations))) return 'invalid';
  return storage.configurations.publish(municipality.code, { epoch, version, jws, stations }, nowMs());
}

/** Each station once, its id the thumbprint of its key. */
async function areNamedByTheirKeys(stations: readonly StationEntry[]): Promise<boolean> {
  const names = await Promise.all(stations.map(({ signingKey }) => thumbprint(signingKey)));
  return new Set(names).size === names.length && stations.every(({ id }, index) => id === names[index]);
}
