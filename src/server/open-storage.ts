import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './start-error';
import { openSqliteStorage, type SqliteOptions } from './storage/sqlite/open-sqlite-storage';
import type { Storage } from './storage/storage';

const fileName = 'madoguchi.sqlite';

/** Opens the database in the server's folder; every reason why it cannot is a StartError. */
export async function openStorage(dataFolder: string, options: SqliteOptions = {}): Promise<Storage> {
  const opening = await openSqliteStorage(join(dataFolder, fileName), options);
  if (opening.kind === 'opened') return opening.storage;
  if (opening.kind === 'newer') {
    throw new StartError('database-newer', `${join(dataFolder, fileName)} was written by a later version of Madoguchi.`);
  }
  throw new StartError('database-unusable', `${join(dataFolder, fileName)} cannot be opened as a database.`, {
    cause: opening.cause,
  });
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
