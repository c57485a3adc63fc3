import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFailure, findSystemCode } from '../failure';

const words: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file in its place',
  ENOTDIR: 'there is a file in its place',
  ENOENT: 'no folder can be made there',
  EACCES: 'not allowed',
  EPERM: 'not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Makes a folder that only its owner can enter (700), with its parents. Throws `folder-unwritable`. */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await makeWithParents(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = findSystemCode(error) ?? 'unknown reason';
    throw new CommandFailure('folder-unwritable', `The folder ${path} cannot be written: ${words[reason] ?? reason}.`, {
      cause: error,
    });
  }
}

/**
 * One folder after the other: where none can be made though the parent is there (/proc, a dead automount), Node's own
 * `recursive` tries for ever.
 */
async function makeWithParents(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeWithParents(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    if (!(await isFolder(path))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
