import BetterSqlite from 'better-sqlite3';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Configuration } from '../../protocol/configuration';
import { type AuditEvent, findBreak } from '../storage/audit';
import { readKey } from '../storage/sqlite/key-column';
import { migrations } from '../storage/sqlite/migrations';
import { type EnvelopeRow, inspectEnvelope } from './inspect-envelope';
import { inspectVoids } from './inspect-voids';
import { type Fault, type Gap, gapsIn, type Inspection } from './inspection';
import { findConfiguration, findStationKey, listMunicipalities, serverKeyFinder } from './inspection-keys';
import { UpkeepFailure } from './upkeep-failure';

/** Each may have 8 MiB. */
const pageSize = 10;

/**
 * Looks through everything in a database, a running server's or a backup, as it was at one moment, and changes
 * nothing: SQLite's own check, every audit chain, every envelope's manifest, receipt and bytes, every void and its
 * receipt, gaps in sequence numbers. Envelopes pass one by one. Throws what SQLite throws where it is no database at all.
 */
export async function inspect(file: string): Promise<Inspection> {
  const database = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    checkVersion(database, file);
    database.exec('begin');
    const faults: Fault[] = [...checkFile(database)];
    const municipalities: Inspection['municipalities'][number][] = [];
    const gaps: Gap[] = [];
    for (const { code, key } of listMunicipalities(database)) {
      const configuration = await findConfiguration(database, code, readKey(key));
      const events = readEvents(database, code);
      const broken = findBreak(events);
      if (broken !== undefined) faults.push({ kind: 'auditBroken', where: `${code} from position ${broken}` });
      faults.push(...(await inspectEnvelopes(database, { code, events })));
      faults.push(...(await inspectVoids(database, { code, officeKey: readKey(key), events })));
      gaps.push(...findGaps(database, code, configuration));
      municipalities.push({ code, ...count(database, code), auditEvents: events.length, auditHead: events.at(-1)?.hash ?? '' });
    }
    return { municipalities, epoch: readEpoch(database), faults, gaps };
  } finally {
    database.close();
  }
}

function checkVersion(database: BetterSqlite.Database, file: string): void {
  if (database.pragma('user_version', { simple: true }) === migrations.length) return;
  throw new UpkeepFailure(
    'backup-other-version',
    `${file} was written by another version; "restore --damaged" brings an older one up.`,
  );
}

function checkFile(database: BetterSqlite.Database): readonly Fault[] {
  const said = database.pragma('integrity_check(20)') as { integrity_check: string }[];
  const broken = said.map(({ integrity_check: words }) => words).filter((words) => words !== 'ok');
  const strays = database.pragma('foreign_key_check') as { table: string }[];
  const where = [...broken, ...strays.map(({ table }) => `${table} refers to nothing`)];
  return where.map((words) => ({ kind: 'databaseDamaged', where: words }));
}

function readEvents(database: BetterSqlite.Database, code: MunicipalityCode): readonly AuditEvent[] {
  const columns = 'municipality, position, at_ms as atMs, kind, facts, previous, hash';
  const sql = `select ${columns} from audit_events where municipality = ? order by position`;
  const rows = database.prepare<[string], Omit<AuditEvent, 'facts'> & { facts: string }>(sql).all(code);
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as AuditEvent['facts'] }));
}

const envelopePage = `select e.rowid as place, e.envelope_id as envelopeId, municipality, position, digest,
  collected_by as collectedBy, station_id as stationId, sequence, state, manifest_jws as manifestJws,
  receipt_jws as receiptJws, done_at_ms as doneAtMs, purged_at_ms as purgedAtMs, bytes
  from envelopes e left join envelope_bytes b on b.envelope_id = e.envelope_id
  where municipality = ? and e.rowid > ? order by e.rowid limit ${pageSize}`;

async function inspectEnvelopes(
  database: BetterSqlite.Database,
  { code, events }: { readonly code: MunicipalityCode; readonly events: readonly AuditEvent[] },
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const purged = new Set(events.filter(({ kind }) => kind === 'envelopePurged').map(({ facts }) => facts['envelopeId']));
  const findServerKeys = serverKeyFinder(database);
  const page = database.prepare<[string, number], EnvelopeRow & { place: number }>(envelopePage);
  for (let rows = page.all(code, 0); rows.length > 0; rows = page.all(code, rows.at(-1)?.place ?? 0)) {
    for (const row of rows) {
      const kinds = await inspectEnvelope(row, {
        findStationKey: (stationId) => findStationKey(database, row.collectedBy, stationId),
        serverKeys: await findServerKeys(row.collectedBy),
        event: events[row.position - 1],
        wasPurged: purged.has(row.envelopeId),
      });
      faults.push(...kinds.map((kind) => ({ kind, where: row.envelopeId })));
    }
  }
  return faults;
}

function findGaps(
  database: BetterSqlite.Database,
  code: MunicipalityCode,
  configuration: Configuration | undefined,
): readonly Gap[] {
  const sql = 'select station_id as stationId, sequence from envelopes where collected_by = ? order by station_id, sequence';
  const rows = database.prepare<[string], { stationId: string; sequence: number }>(sql).all(code);
  const stations = [...new Set(rows.map(({ stationId }) => stationId))];
  return stations.flatMap((stationId) => {
    const stationCode = configuration?.stations.find(({ id }) => id === stationId)?.code;
    const sequences = rows.filter((row) => row.stationId === stationId).map(({ sequence }) => sequence);
    return gapsIn(sequences).map((gap) => ({ stationId, stationCode, ...gap }));
  });
}

function count(database: BetterSqlite.Database, code: MunicipalityCode) {
  const sql = `select count(*) as envelopes, count(purged_at_ms) as purged,
    coalesce(sum(state = 'held' and released_at_ms is null), 0) as held from envelopes where municipality = ?`;
  const row = database.prepare<[string], { envelopes: number; purged: number; held: number }>(sql).get(code);
  return row ?? { envelopes: 0, purged: 0, held: 0 };
}

function readEpoch(database: BetterSqlite.Database): Inspection['epoch'] {
  const sql = 'select number, epoch_id as id from epochs order by number desc limit 1';
  return database.prepare<[], Inspection['epoch']>(sql).get() ?? { number: 0, id: '' };
}
