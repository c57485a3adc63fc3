import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Configuration, StationEntry } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import type { Municipality } from './municipality-store';

export interface ConfigurationToPublish extends Pick<Configuration, 'epoch' | 'version'> {
  /** The very text the office signed. */
  readonly jws: string;
  readonly stations: readonly StationEntry[];
}

/** A station as its own municipality knows it now. */
export interface KnownStation {
  readonly id: string;
  readonly signingKey: PublicKey;
  /** `pending`: enrolled, but not in the current configuration. */
  readonly state: StationEntry['state'] | 'pending';
}

export interface StationAtHome {
  readonly municipality: Municipality;
  readonly station: KnownStation;
}

/** The signed configuration, and the stations it lists. */
export interface ConfigurationStore {
  /** Replaces the current one if newer; `repeated` for the current one's identical text, else `stale`. Keeps all. */
  publish(
    municipality: MunicipalityCode,
    configuration: ConfigurationToPublish,
    nowMs: number,
  ): Promise<'published' | 'repeated' | 'stale'>;
  /** The current configuration's text. */
  findCurrent(municipality: MunicipalityCode): Promise<string | undefined>;
  /**
   * A station under its own municipality: the one that knew the key first, by enrolment or configuration, and no other
   * ever after. So no municipality can claim another's station by listing its public key.
   */
  findStation(stationId: string): Promise<StationAtHome | undefined>;
}
