import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backUp } from '../../server/upkeep/back-up';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getServerFolder } from './server-folder';

/** Copies the server's database into a file, while the server goes on. */
export async function runBackup(
  terminal: Terminal,
  named: { readonly file: string; readonly server: string | undefined },
): Promise<ExitCode> {
  const folder = getServerFolder(terminal, named.server);
  const file = resolve(terminal.folder, named.file);
  await backUp(folder, file);
  terminal.print(`Backed up into ${file} (${(await stat(file)).size} bytes). "verify" looks through it.`);
  terminal.print('It does not hold the receipt key: a server set up anew makes its own, and the office publishes it.');
  return 0;
}
