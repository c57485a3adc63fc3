import { access, constants, mkdir } from 'node:fs/promises';
import { CommandFailure, findSystemCode } from '../failure';

const words: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file in its place',
  ENOTDIR: 'there is a file in its place',
  EACCES: 'not allowed',
  EPERM: 'not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Makes a folder that only its owner can enter (700), with its parents. Throws `folder-unwritable`. */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = findSystemCode(error) ?? 'unknown reason';
    throw new CommandFailure('folder-unwritable', `The folder ${path} cannot be written: ${words[reason] ?? reason}.`, {
      cause: error,
    });
  }
}
