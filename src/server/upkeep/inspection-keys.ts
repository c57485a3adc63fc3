import type BetterSqlite from 'better-sqlite3';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import { verifyConfiguration } from '../../sealing/configuration';
import { readKey } from '../storage/sqlite/key-column';

type ServerKeys = Configuration['serverKeys'];

/** The municipalities served here, with the keys that their configurations are signed with. */
export function listMunicipalities(database: BetterSqlite.Database) {
  const sql = 'select code, configuration_key as key from municipalities order by code';
  return database.prepare<[], { code: MunicipalityCode; key: string }>(sql).all();
}

/** A municipality's newest configuration; undefined where there is none, or none that its key has signed. */
export async function findConfiguration(
  database: BetterSqlite.Database,
  code: MunicipalityCode,
  key: PublicKey,
): Promise<Configuration | undefined> {
  const sql = 'select jws from configurations where municipality = ? order by epoch desc, version desc limit 1';
  const row = database.prepare<[string], { jws: string }>(sql).get(code);
  return row && verifyConfiguration(row.jws, key);
}

/** The receipt keys that a municipality's configuration names; each configuration is verified once. */
export function serverKeyFinder(database: BetterSqlite.Database): (code: string) => Promise<ServerKeys> {
  const known = new Map<string, Promise<ServerKeys>>();
  return (code) => {
    const keys = known.get(code) ?? serverKeysOf(database, code);
    known.set(code, keys);
    return keys;
  };
}

async function serverKeysOf(database: BetterSqlite.Database, code: string): Promise<ServerKeys> {
  const home = listMunicipalities(database).find((municipality) => municipality.code === code);
  const configuration = home && (await findConfiguration(database, home.code, readKey(home.key)));
  return configuration?.serverKeys ?? [];
}

/** A station's signing key, listed or still enrolling. */
export function findStationKey(database: BetterSqlite.Database, code: string, stationId: string): PublicKey | undefined {
  const sql = `select signing_key as key from stations where municipality = @code and station_id = @stationId
    union all select signing_key from enrolments where municipality = @code and station_id = @stationId limit 1`;
  const row = database.prepare<[{ code: string; stationId: string }], { key: string }>(sql).get({ code, stationId });
  return row && readKey(row.key);
}
