import { access, constants, mkdir, open } from 'node:fs/promises';
import { StartError } from './start-error';
import { openSqliteStorage, type SqliteOptions } from './storage/sqlite/open-sqlite-storage';
import type { Storage } from './storage/storage';
import { databaseFileIn } from './upkeep/server-files';

const ownerOnly = 0o600;

/** Opens the database in the server's folder; every reason why it cannot is a StartError. */
export async function openStorage(dataFolder: string, options: SqliteOptions = {}): Promise<Storage> {
  const file = databaseFileIn(dataFolder);
  await ensureFile(file);
  const opening = await openSqliteStorage(file, options);
  if (opening.kind === 'opened') return opening.storage;
  if (opening.kind === 'newer') {
    throw new StartError('database-newer', `${file} was written by a later version of Madoguchi.`);
  }
  throw unusable(file, opening.cause);
}

/** SQLite would make the file readable by others; the files beside it take over its mode. */
async function ensureFile(file: string): Promise<void> {
  try {
    await (await open(file, 'a', ownerOnly)).close();
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(file: string, cause: unknown): StartError {
  return new StartError('database-unusable', `${file} cannot be opened as a database.`, { cause });
}

/** Makes the server's folder, readable by its owner alone. */
export async function ensureFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartError('folder-not-writable', `The folder ${dataFolder} cannot be written to.`, { cause });
  }
}
