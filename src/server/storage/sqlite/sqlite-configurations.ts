import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../domain/campaign/municipality';
import { isNewerConfiguration, type StationEntry } from '../../../protocol/configuration';
import type { ConfigurationStore, ConfigurationToPublish, KnownStation } from '../configuration-store';
import { appendAudit } from './append-audit';
import { readKey, writeKey } from './key-column';
import type { Tables } from './tables';

export function sqliteConfigurations(db: Kysely<Tables>): ConfigurationStore {
  return {
    publish: (municipality, configuration, nowMs) =>
      db.transaction().execute((transaction) => publish(transaction, municipality, configuration, nowMs)),
    findCurrent: async (municipality) => (await findCurrent(db, municipality))?.jws,
    findStation: (municipality, stationId) => findStation(db, municipality, stationId),
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

async function findStation(
  db: Kysely<Tables>,
  municipality: MunicipalityCode,
  stationId: string,
): Promise<KnownStation | undefined> {
  const listed = await db
    .selectFrom('stations')
    .select(['signingKey', 'state'])
    .where('municipality', '=', municipality)
    .where('stationId', '=', stationId)
    .executeTakeFirst();
  if (listed) return { id: stationId, signingKey: readKey(listed.signingKey), state: listed.state };
  const enrolled = await db
    .selectFrom('enrolments')
    .select('signingKey')
    .where('municipality', '=', municipality)
    .where('stationId', '=', stationId)
    .limit(1)
    .executeTakeFirst();
  return enrolled && { id: stationId, signingKey: readKey(enrolled.signingKey), state: 'pending' };
}
