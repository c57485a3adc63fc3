import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../domain/campaign/municipality';
import { isNewerConfiguration, type StationEntry } from '../../../protocol/configuration';
import type { ConfigurationStore, ConfigurationToPublish, StationAtHome } from '../configuration-store';
import { appendAudit } from './append-audit';
import { readKey, writeKey } from './key-column';
import { readMunicipality } from './sqlite-municipalities';
import type { Tables } from './tables';
import { preparedQuery } from './thread/prepared-query';

export function sqliteConfigurations(db: Kysely<Tables>): ConfigurationStore {
  return {
    publish: (municipality, configuration, nowMs) =>
      db.transaction().execute((transaction) => publish(transaction, municipality, configuration, nowMs)),
    findCurrent: async (municipality) => (await findCurrent(db, municipality))?.jws,
    findStation: (stationId) => findStation(db, stationId),
  };
}

function findCurrent(db: Kysely<Tables>, municipality: MunicipalityCode) {
  return db
    .selectFrom('configurations')
    .select(['epoch', 'version', 'jws'])
    .where('municipality', '=', municipality)
    .orderBy('epoch', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function publish(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { epoch, version, jws, stations }: ConfigurationToPublish,
  nowMs: number,
): Promise<'published' | 'repeated' | 'stale'> {
  const current = await findCurrent(transaction, municipality);
  if (current?.jws === jws) return 'repeated';
  if (current && !isNewerConfiguration({ epoch, version }, current)) return 'stale';
  await transaction.insertInto('configurations').values({ municipality, epoch, version, jws, publishedAtMs: nowMs }).execute();
  await transaction.deleteFrom('stations').where('municipality', '=', municipality).execute();
  for (const station of stations) await insertStation(transaction, municipality, station);
  const facts = { epoch, version, stations: stations.length };
  await appendAudit(transaction, municipality, { kind: 'configurationPublished', facts }, nowMs);
  return 'published';
}

async function insertStation(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { id: stationId, signingKey, state }: StationEntry,
): Promise<void> {
  await transaction
    .insertInto('stations')
    .values({ municipality, stationId, signingKey: writeKey(signingKey), state })
    .execute();
  await transaction
    .insertInto('stationHomes')
    .values({ stationId, municipality })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const homeOf = preparedQuery((db, { stationId }: { readonly stationId: string }) =>
  db
    .selectFrom('stationHomes')
    .innerJoin('municipalities', 'municipalities.code', 'stationHomes.municipality')
    .leftJoin('stations', (join) =>
      join
        .onRef('stations.municipality', '=', 'stationHomes.municipality')
        .onRef('stations.stationId', '=', 'stationHomes.stationId'),
    )
    .select(['municipalities.code', 'municipalities.configurationKey', 'stations.signingKey', 'stations.state'])
    .where('stationHomes.stationId', '=', stationId),
);

async function findStation(db: Kysely<Tables>, stationId: string): Promise<StationAtHome | undefined> {
  const { rows } = await db.executeQuery(homeOf(db, { stationId }));
  const [row] = rows;
  if (!row) return undefined;
  const municipality = readMunicipality(row);
  if (row.signingKey !== null && row.state !== null) {
    return { municipality, station: { id: stationId, signingKey: readKey(row.signingKey), state: row.state } };
  }
  const enrolled = await db
    .selectFrom('enrolments')
    .select('signingKey')
    .where('municipality', '=', row.code)
    .where('stationId', '=', stationId)
    .limit(1)
    .executeTakeFirst();
  return enrolled && { municipality, station: { id: stationId, signingKey: readKey(enrolled.signingKey), state: 'pending' } };
}
