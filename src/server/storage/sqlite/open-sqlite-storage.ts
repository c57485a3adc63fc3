import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { Storage } from '../storage';
import { StorageFailure } from '../storage-failure';
import { migrate } from './migrations';
import { sqliteAudit } from './sqlite-audit';
import { sqliteConfigurations } from './sqlite-configurations';
import { sqliteEnrolments } from './sqlite-enrolments';
import { sqliteEnvelopes } from './sqlite-envelopes';
import { sqliteEpochs } from './sqlite-epochs';
import { sqliteRosters } from './rosters/sqlite-rosters';
import { sqliteMunicipalities } from './sqlite-municipalities';
import type { Tables } from './tables';
import { sqliteVoids } from './voids/sqlite-voids';
import { SqliteError, SqliteThread } from './thread/sqlite-thread';
import { ThreadedSqliteDialect } from './thread/threaded-dialect';

export interface SqliteOptions {
  /** How long a write waits for another process's lock before it fails as unavailable. */
  readonly lockTimeoutMs?: number;
  /** Upper limit of the file in pages of 16 KiB; beyond it storage is full. */
  readonly maxPages?: number;
}

export type SqliteOpening =
  | { readonly kind: 'opened'; readonly storage: Storage }
  /** A later release has written this file. */
  | { readonly kind: 'newer' }
  /** No database, not readable, or not writable. */
  | { readonly kind: 'unusable'; readonly cause: unknown };

/** Of a new file; envelopes are large, and each page costs its share. */
const pageBytes = 16_384;
/** A checkpoint copies what was written once more; 32 MiB between two. */
const pagesBetweenCheckpoints = 2000;

/**
 * Opens (and creates) the database file and brings it to the newest version. Throws what is no fault of the file,
 * such as a missing native module.
 */
export async function openSqliteStorage(file: string, options: SqliteOptions = {}): Promise<SqliteOpening> {
  const threads = { writer: startWriter(file, options), reader: startReader(file) };
  const db = new Kysely<Tables>({ dialect: new ThreadedSqliteDialect(threads), plugins: [new CamelCasePlugin()] });
  try {
    if ((await migrate(db)) === 'migrated') return { kind: 'opened', storage: storageOver(db) };
    await db.destroy();
    return { kind: 'newer' };
  } catch (cause) {
    await db.destroy();
    if (cause instanceof StorageFailure || cause instanceof SqliteError) return { kind: 'unusable', cause };
    throw cause;
  }
}

/** A connection whose commits are on the disk when they return: SQLite's own default in WAL mode is not. */
export function startWriter(file: string, { maxPages, lockTimeoutMs = 2000 }: SqliteOptions): SqliteThread {
  const pragmas = [`page_size = ${pageBytes}`, 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];
  pragmas.push('temp_store = MEMORY', `wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
  if (maxPages !== undefined) pragmas.push(`max_page_count = ${maxPages}`);
  return new SqliteThread({ file, isReader: false, lockTimeoutMs, pragmas });
}

function startReader(file: string): SqliteThread {
  return new SqliteThread({ file, isReader: true, lockTimeoutMs: 2000, pragmas: [] });
}

function storageOver(db: Kysely<Tables>): Storage {
  return {
    municipalities: sqliteMunicipalities(db),
    enrolments: sqliteEnrolments(db),
    configurations: sqliteConfigurations(db),
    envelopes: sqliteEnvelopes(db),
    voids: sqliteVoids(db),
    epochs: sqliteEpochs(db),
    rosters: sqliteRosters(db),
    audit: sqliteAudit(db),
    isUsable: () => canWrite(db),
    close: () => db.destroy(),
  };
}

class ProbeEnded extends Error {}

/** Takes the write lock and writes, then rolls back: finds a lock, a read-only folder, a lost disk. */
async function canWrite(db: Kysely<Tables>): Promise<boolean> {
  const probe = db.transaction().execute(async (transaction) => {
    await sql`update municipalities set code = code`.execute(transaction);
    throw new ProbeEnded();
  });
  return probe.then(
    () => true,
    (error: unknown) => error instanceof ProbeEnded,
  );
}
