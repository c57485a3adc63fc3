import { existsSync } from 'node:fs';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import BetterSqlite from 'better-sqlite3';
import { flushFile, flushFolder } from '../replace-file-durably';
import { openSqliteStorage } from '../storage/sqlite/open-sqlite-storage';
import type { Storage } from '../storage/storage';
import { noDatabase } from './open-for-inspection';
import { companionsOf, databaseFileIn } from './server-files';
import { UpkeepFailure } from './upkeep-failure';

export interface Restored {
  readonly epochId: string;
  /** Where the database lies that was there before; undefined where there was none. */
  readonly former: string | undefined;
  /** How many envelopes are here without their bytes, for the backup was damaged: lacking until they are sent again. */
  readonly lost: number;
}

type Begun = Pick<Restored, 'epochId' | 'lost'>;

/**
 * Puts a backup in the place of the server's database, in a new epoch, while no server runs on the folder. What was
 * there stays beside it. The backup takes its place in one step: a crash leaves the one or the other. Throws UpkeepFailure.
 */
export async function restore(dataFolder: string, backup: string, nowMs: number): Promise<Restored> {
  if (!existsSync(backup)) throw new UpkeepFailure('file-missing', `${backup} is not there.`);
  const file = databaseFileIn(dataFolder);
  closeFormer(file);
  const part = `${file}.restoring`;
  await removeAll(part);
  try {
    await copyFile(backup, part);
    const begun = await beginEpoch(part, nowMs);
    if (!begun) throw noDatabase(backup);
    await flushFile(part);
    const former = await keepFormer(file, nowMs);
    await rename(part, file);
    await flushFolder(dataFolder);
    return { ...begun, former };
  } catch (cause) {
    await removeAll(part);
    if (cause instanceof UpkeepFailure) throw cause;
    throw new UpkeepFailure('restore-failed', `${backup} could not be put in place; the server's folder is as it was.`, {
      cause,
    });
  }
}

/** Takes the former database for itself alone, which fails while a server has it open, and writes its log into it. */
function closeFormer(file: string): void {
  if (!existsSync(file)) return;
  let database: BetterSqlite.Database | undefined;
  try {
    database = new BetterSqlite(file, { timeout: 1000 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin immediate; rollback');
    database.pragma('journal_mode = DELETE');
  } catch (cause) {
    const code = cause instanceof BetterSqlite.SqliteError ? cause.code : '';
    // A damaged one is what a backup is for.
    if (!code.startsWith('SQLITE_BUSY') && !code.startsWith('SQLITE_LOCKED')) return;
    throw new UpkeepFailure('server-running', 'A server runs on this folder: stop it first.', { cause });
  } finally {
    database?.close();
  }
}

async function beginEpoch(file: string, nowMs: number): Promise<Begun | undefined> {
  const opening = await openSqliteStorage(file);
  if (opening.kind !== 'opened') {
    const reason = opening.kind === 'newer' ? 'was written by a later version' : 'is no database of a server';
    throw new UpkeepFailure('backup-damaged', `The backup ${reason}.`);
  }
  try {
    return await beginIn(opening.storage, nowMs);
  } finally {
    // The last connection writes the log into the file and takes it away.
    await opening.storage.close();
  }
}

/** Undefined where no municipality was ever set up in it, as in an empty file. */
async function beginIn({ municipalities, envelopes, epochs }: Storage, nowMs: number): Promise<Begun | undefined> {
  const served = await municipalities.list();
  if (served.length === 0) return undefined;
  let lost = 0;
  for (const { code } of served) lost += (await envelopes.giveUpDamaged(code, nowMs)).length;
  return { epochId: await epochs.begin(nowMs), lost };
}

async function keepFormer(file: string, nowMs: number): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const former = `${file}.before-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  await link(file, former);
  const { log, index } = companionsOf(file);
  // Empty or gone, unless the database is damaged; beside the backup it would be taken for the backup's.
  if (existsSync(log)) await rename(log, companionsOf(former).log);
  await rm(index, { force: true });
  return former;
}

async function removeAll(file: string): Promise<void> {
  const { log, index } = companionsOf(file);
  for (const path of [file, log, index]) await rm(path, { force: true });
}
