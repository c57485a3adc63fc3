import BetterSqlite from 'better-sqlite3';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { Storage } from '../storage';
import { StorageFailure } from '../storage-failure';
import { DurableSqliteDialect } from './durable-sqlite-dialect';
import { migrate } from './migrations';
import { sqliteAudit } from './sqlite-audit';
import { sqliteConfigurations } from './sqlite-configurations';
import { sqliteEnrolments } from './sqlite-enrolments';
import { sqliteEnvelopes } from './sqlite-envelopes';
import { sqliteRosters } from './rosters/sqlite-rosters';
import { sqliteMunicipalities } from './sqlite-municipalities';
import type { Tables } from './tables';

export interface SqliteOptions {
  /** How long a write waits for another process's lock before it fails as unavailable. */
  readonly lockTimeoutMs?: number;
  /** Upper limit of the file in pages of 4 KiB; beyond it storage is full. */
  readonly maxPages?: number;
}

export type SqliteOpening =
  | { readonly kind: 'opened'; readonly storage: Storage }
  /** A later release has written this file. */
  | { readonly kind: 'newer' }
  /** No database, not readable, or not writable. */
  | { readonly kind: 'unusable'; readonly cause: unknown };

/** SQLite's own wait blocks the thread, so it is short; writes wait in the dialect. */
const statementTimeoutMs = 20;

/**
 * Opens (and creates) the database file and brings it to the newest version. Throws what is no fault of the file,
 * such as a missing native module.
 */
export async function openSqliteStorage(file: string, options: SqliteOptions = {}): Promise<SqliteOpening> {
  let database: BetterSqlite.Database | undefined;
  try {
    database = connectSqlite(file, options);
    const dialect = new DurableSqliteDialect({ database, lockTimeoutMs: options.lockTimeoutMs ?? 2000 });
    const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
    if ((await migrate(db)) === 'migrated') return { kind: 'opened', storage: storageOver(db) };
    await db.destroy();
    return { kind: 'newer' };
  } catch (cause) {
    database?.close();
    if (cause instanceof StorageFailure || cause instanceof BetterSqlite.SqliteError) return { kind: 'unusable', cause };
    throw cause;
  }
}

/** A connection whose commits are on the disk when they return: SQLite's own default in WAL mode is not. */
export function connectSqlite(file: string, { maxPages }: SqliteOptions): BetterSqlite.Database {
  const database = new BetterSqlite(file, { timeout: statementTimeoutMs });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
  return database;
}

function storageOver(db: Kysely<Tables>): Storage {
  return {
    municipalities: sqliteMunicipalities(db),
    enrolments: sqliteEnrolments(db),
    configurations: sqliteConfigurations(db),
    envelopes: sqliteEnvelopes(db),
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
