import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFileDurably } from '../../server/replace-file-durably';
import { CommandFailure, findSystemCode } from '../failure';

/** Writes a file whole or not at all, and durably. Replaces what was there. Throws `file-not-written`. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await replaceFileDurably(path, content);
  } catch (error) {
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
