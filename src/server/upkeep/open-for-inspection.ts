import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { migrations } from '../storage/sqlite/migrations';
import { UpkeepFailure } from './upkeep-failure';

/** Opens a server's database or a backup to be read, as it is at this moment. Throws UpkeepFailure where it is none. */
export function openForInspection(file: string): BetterSqlite.Database {
  if (!existsSync(file)) throw new UpkeepFailure('file-missing', `${file} is not there.`);
  let database: BetterSqlite.Database | undefined;
  try {
    database = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    checkVersion(database, file);
    database.exec('begin');
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof BetterSqlite.SqliteError) throw noDatabase(file, cause);
    throw cause;
  }
}

/** The failure of a file in which nothing of a server can be read. */
export function noDatabase(file: string, cause?: unknown): UpkeepFailure {
  return new UpkeepFailure('no-database', `${file} is no database of a server, or too damaged to be read at all.`, { cause });
}

function checkVersion(database: BetterSqlite.Database, file: string): void {
  const version = database.pragma('user_version', { simple: true });
  if (version === migrations.length) return;
  if (version === 0) throw noDatabase(file);
  throw new UpkeepFailure(
    'backup-other-version',
    `${file} was written by another version; "restore --damaged" brings an older one up.`,
  );
}
