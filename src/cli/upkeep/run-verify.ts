import { resolve } from 'node:path';
import { inspect } from '../../server/upkeep/inspect';
import { databaseFileIn } from '../../server/upkeep/server-files';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getServerFolder } from './server-folder';
import { showInspection } from './show-inspection';

/** Looks through a backup, or through the server's own database. 1 where something is wrong; a gap alone is not. */
export async function runVerify(
  terminal: Terminal,
  named: { readonly file: string | undefined; readonly server: string | undefined },
): Promise<ExitCode> {
  const file =
    named.file === undefined ? databaseFileIn(getServerFolder(terminal, named.server)) : resolve(terminal.folder, named.file);
  const inspection = await inspect(file);
  showInspection(terminal, inspection);
  return inspection.faults.length > 0 ? 1 : 0;
}
