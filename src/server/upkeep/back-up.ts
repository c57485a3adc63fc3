import { existsSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { flushFile, flushFolder } from '../replace-file-durably';
import { databaseFileIn } from './server-files';
import { UpkeepFailure } from './upkeep-failure';

const ownerOnly = 0o600;
/** All in one step: a server that goes on writing would make a copy in several begin again each time. */
const allPages = 0x7fff_ffff;

/**
 * Copies the server's database into one file while the server goes on receiving: its state of one moment, whole or
 * not at all, on the disk when this resolves. The receipt key is not in it. Throws UpkeepFailure.
 */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  if (existsSync(file)) throw new UpkeepFailure('backup-exists', `${file} is there already; a backup replaces nothing.`);
  if (!existsSync(dirname(file))) throw new UpkeepFailure('backup-not-made', `There is no folder ${dirname(file)}.`);
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await copyDatabase(databaseFileIn(dataFolder), part);
    await chmod(part, ownerOnly);
    await flushFile(part);
    await rename(part, file);
    await flushFolder(dirname(file));
  } catch (cause) {
    await rm(part, { force: true });
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new UpkeepFailure('backup-not-made', `The backup ${file} could not be made (${reason}).`, { cause });
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new BetterSqlite(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => allPages });
  } finally {
    source.close();
  }
  // A copy of a database in WAL mode would make files beside itself wherever it is looked into.
  const copy = new BetterSqlite(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}
