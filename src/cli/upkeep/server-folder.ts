import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFileIn } from '../../server/upkeep/server-files';
import { CommandFailure } from '../failure';
import { serverFolderOf } from '../office/office-folder';
import type { Terminal } from '../terminal/terminal';

/** The server folder named by `--server`, or `server` in the data folder. */
export function serverFolderNamed(terminal: Terminal, named: string | undefined): string {
  return named ? resolve(terminal.folder, named) : serverFolderOf(terminal);
}

/** The same, of a server that has a database. Throws `not-set-up`. */
export function getServerFolder(terminal: Terminal, named: string | undefined): string {
  const folder = serverFolderNamed(terminal, named);
  if (existsSync(databaseFileIn(folder))) return folder;
  throw new CommandFailure('not-set-up', `There is no server's database in ${folder}; name its folder with --server.`);
}
