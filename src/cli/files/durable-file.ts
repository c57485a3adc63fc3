import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandFailure, findSystemCode } from '../failure';

const ownerOnly = 0o600;

/**
 * Writes a file whole or not at all: a temporary neighbour, flushed to the disk, takes the name in one step.
 * Replaces what was there. Throws `file-not-written`.
 */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx', ownerOnly);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = findSystemCode(error) ?? 'unknown reason';
    throw new CommandFailure('file-not-written', `A file in ${dirname(path)} cannot be written (${reason}).`, { cause: error });
  }
}

export type WriteOutcome = 'written' | 'identical' | 'different';

/**
 * Writes a new file durably; never touches one that is there, but says whether it holds the same bytes. What it
 * throws names the folder only: a file's name may be an application's.
 */
export async function writeNewFile(path: string, content: Uint8Array | string): Promise<WriteOutcome> {
  const present = await findFile(path, `A file in ${dirname(path)}`);
  if (present) return present.equals(Buffer.from(content)) ? 'identical' : 'different';
  await replaceFile(path, content);
  return 'written';
}

/** A file's bytes; undefined where there is none. Throws `file-unreadable` for any other trouble. */
export async function findFile(path: string, shownAs = path): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = findSystemCode(error) ?? 'unknown reason';
    if (reason === 'ENOENT') return undefined;
    throw new CommandFailure('file-unreadable', `${shownAs} cannot be read (${reason}).`, { cause: error });
  }
}

/** A file's bytes. Throws `file-missing` where there is none. */
export async function getFile(path: string): Promise<Buffer> {
  const bytes = await findFile(path);
  if (!bytes) throw new CommandFailure('file-missing', `There is no file ${path}.`);
  return bytes;
}

/** Windows cannot open a folder, and needs no flush to keep a rename. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
