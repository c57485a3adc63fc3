import { resolve } from 'node:path';
import { ensureFolder } from '../../server/open-storage';
import { inspect } from '../../server/upkeep/inspect';
import { restore } from '../../server/upkeep/restore';
import { CommandFailure } from '../failure';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { serverFolderNamed } from './server-folder';
import { showInspection } from './show-inspection';

/** Puts a backup in the place of the server's database. A damaged one only where that is asked for. */
export async function runRestore(
  terminal: Terminal,
  named: { readonly file: string; readonly server: string | undefined; readonly acceptsDamage: boolean },
): Promise<ExitCode> {
  const folder = serverFolderNamed(terminal, named.server);
  const file = resolve(terminal.folder, named.file);
  await ensureFolder(folder);
  if (!named.acceptsDamage) await refuseDamage(terminal, file);
  const { epochId, former, lost } = await restore(folder, file, Date.now());
  terminal.print(`Restored ${file}; a new epoch has begun (${epochId}).`);
  if (former !== undefined) terminal.print(`What was there before is kept: ${former}`);
  if (lost > 0) {
    terminal.print(`${lost} of its envelopes are without their sealed bytes, and lacking until a tablet sends them again;`);
    terminal.print('"verify" names them.');
  }
  terminal.print('Now start the server. Tablets send again by themselves what it lacks, also what was delivered before.');
  terminal.print(
    'At the office: "republish" puts the latest configuration back; "fetch --out DIR" into the usual folder says again',
  );
  terminal.print('what the office has; "done --in DIR" says again what is finished.');
  return 0;
}

async function refuseDamage(terminal: Terminal, file: string): Promise<void> {
  const inspection = await inspect(file);
  if (inspection.faults.length === 0) return;
  showInspection(terminal, inspection);
  throw new CommandFailure('backup-damaged', `${file} is damaged. "restore --damaged" takes what is whole of it.`);
}
