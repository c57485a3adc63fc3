import BetterSqlite from 'better-sqlite3';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import { z } from '../../protocol/zod';
import { type AuditEvent, findBreak } from '../storage/audit';
import { readKey } from '../storage/sqlite/key-column';
import { type EnvelopeRow, inspectEnvelope } from './inspect-envelope';
import { inspectMissing } from './inspect-missing';
import { stepsTold } from './inspect-steps';
import { inspectVoids } from './inspect-voids';
import { type Fault, type Gap, gapsIn, type Inspection } from './inspection';
import { findConfiguration, findStationKey, listMunicipalities, serverKeyFinder } from './inspection-keys';
import { openForInspection } from './open-for-inspection';

/** Each may have 8 MiB. */
const pageSize = 10;

interface Audited {
  readonly code: MunicipalityCode;
  readonly events: readonly AuditEvent[];
}

type Summary = Inspection['municipalities'][number];

/**
 * Looks through everything in a database, a running server's or a backup, as it was at one moment, and changes
 * nothing: SQLite's own check, every audit chain and whether all that it tells of is here, every envelope's manifest,
 * receipt, bytes and steps, every void and its receipt, gaps in sequence numbers. Envelopes pass one by one. What cannot
 * be read is a fault, and the look goes on behind it. Throws UpkeepFailure where the file is no database of this version.
 */
export async function inspect(file: string): Promise<Inspection> {
  const database = openForInspection(file);
  const faults: Fault[] = [];
  const municipalities: Summary[] = [];
  const gaps: Gap[] = [];
  const look = lookWith(faults);
  try {
    faults.push(...(await look('file', [], () => checkFile(database))));
    for (const { code, key } of await look('municipalities', [], () => listMunicipalities(database))) {
      const events = await look(`audit of ${code}`, [], () => readEvents(database, code));
      const at = { code, events };
      faults.push(...inspectChain(at));
      faults.push(...(await look(`audit of ${code}`, [], () => inspectMissing(database, at))));
      faults.push(...(await look(`envelopes of ${code}`, [], () => inspectEnvelopes(database, at))));
      faults.push(...(await look(`voids of ${code}`, [], () => inspectVoids(database, { ...at, officeKey: readKey(key) }))));
      gaps.push(...(await look(`configuration of ${code}`, [], () => findGaps(database, code, key))));
      municipalities.push(await look(`envelopes of ${code}`, { code, ...nothing }, () => summarize(database, at)));
    }
    return { municipalities, epoch: await look('epochs', { number: 0, id: '' }, () => readEpoch(database)), faults, gaps };
  } finally {
    database.close();
  }
}

/** Looks at one part of a database; what of it cannot be read is noted, with SQLite's own words, and passed over. */
function lookWith(faults: Fault[]) {
  return async <Seen>(part: string, otherwise: Seen, see: () => Seen | Promise<Seen>): Promise<Seen> => {
    try {
      return await see();
    } catch (error) {
      faults.push({ kind: 'databaseDamaged', where: `${part}: ${whyUnreadable(error)}` });
      return otherwise;
    }
  };
}

/** Throws again what is no fault of the database. */
function whyUnreadable(error: unknown): string {
  if (error instanceof BetterSqlite.SqliteError) return error.message;
  if (error instanceof SyntaxError || error instanceof z.ZodError) return 'not what a server writes';
  throw error;
}

function inspectChain({ code, events }: Audited): readonly Fault[] {
  const broken = findBreak(events);
  return broken === undefined ? [] : [{ kind: 'auditBroken', where: `${code} from position ${broken}` }];
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
  return rows.map((row) => ({ ...row, facts: readFacts(row.facts) }));
}

/** None where they cannot be read: then the event's hash does not hold. */
function readFacts(text: string): AuditEvent['facts'] {
  try {
    const facts: unknown = JSON.parse(text);
    return typeof facts === 'object' && facts !== null ? (facts as AuditEvent['facts']) : {};
  } catch {
    return {};
  }
}

const envelopePage = `select e.rowid as place, e.envelope_id as envelopeId, municipality, position, digest,
  collected_by as collectedBy, station_id as stationId, sequence, state, manifest_jws as manifestJws,
  receipt_jws as receiptJws, secured_at_ms as securedAtMs, released_at_ms as releasedAtMs, done_at_ms as doneAtMs,
  purged_at_ms as purgedAtMs, bytes
  from envelopes e left join envelope_bytes b on b.envelope_id = e.envelope_id
  where municipality = ? and e.rowid > ? order by e.rowid limit ${pageSize}`;

async function inspectEnvelopes(database: BetterSqlite.Database, { code, events }: Audited): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const stepsOf = stepsTold(events);
  const findServerKeys = serverKeyFinder(database);
  const page = database.prepare<[string, number], EnvelopeRow & { place: number }>(envelopePage);
  for (let rows = page.all(code, 0); rows.length > 0; rows = page.all(code, rows.at(-1)?.place ?? 0)) {
    for (const row of rows) {
      const kinds = await inspectEnvelope(row, {
        findStationKey: (stationId) => findStationKey(database, row.collectedBy, stationId),
        serverKeys: await findServerKeys(row.collectedBy),
        event: events[row.position - 1],
        steps: stepsOf(row.envelopeId),
      });
      faults.push(...kinds.map((kind) => ({ kind, where: row.envelopeId })));
    }
  }
  return faults;
}

async function findGaps(database: BetterSqlite.Database, code: MunicipalityCode, key: string): Promise<readonly Gap[]> {
  const configuration = await findConfiguration(database, code, readKey(key));
  const sql = 'select station_id as stationId, sequence from envelopes where collected_by = ? order by station_id, sequence';
  const rows = database.prepare<[string], { stationId: string; sequence: number }>(sql).all(code);
  const stations = [...new Set(rows.map(({ stationId }) => stationId))];
  return stations.flatMap((stationId) => {
    const stationCode = configuration?.stations.find(({ id }) => id === stationId)?.code;
    const sequences = rows.filter((row) => row.stationId === stationId).map(({ sequence }) => sequence);
    return gapsIn(sequences).map((gap) => ({ stationId, stationCode, ...gap }));
  });
}

const nothing = { envelopes: 0, purged: 0, held: 0, auditEvents: 0, auditHead: '' };

function summarize(database: BetterSqlite.Database, { code, events }: Audited): Summary {
  const sql = `select count(*) as envelopes, count(purged_at_ms) as purged,
    coalesce(sum(state = 'held' and released_at_ms is null), 0) as held from envelopes where municipality = ?`;
  const row = database.prepare<[string], { envelopes: number; purged: number; held: number }>(sql).get(code);
  return { code, ...nothing, ...row, auditEvents: events.length, auditHead: events.at(-1)?.hash ?? '' };
}

function readEpoch(database: BetterSqlite.Database): Inspection['epoch'] {
  const sql = 'select number, epoch_id as id from epochs order by number desc limit 1';
  return database.prepare<[], Inspection['epoch']>(sql).get() ?? { number: 0, id: '' };
}
