import { administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { confirmStation, getWaitingStation } from './confirm-station';

/** Lets a tablet in where the digits on its screen, typed here by a person, are its fingerprint. */
export async function runConfirm(
  terminal: Terminal,
  {
    office: named,
    code: typedCode,
    fingerprint,
  }: { readonly office: string | undefined; readonly code: string; readonly fingerprint: string | undefined },
): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const code = typedCode.normalize('NFKC');
  const waiting = await getWaitingStation(office, client, code);
  const digits = fingerprint ?? (await terminal.ask(`The six digits on the screen of ${code}: `));
  if (digits === undefined)
    throw new CommandFailure('not-interactive', 'Nobody can be asked here: give the digits with --fingerprint.');
  const { epoch, version } = await confirmStation(office, client, waiting, digits);
  terminal.print(`${code} is confirmed: configuration ${epoch}.${version} is published. The tablet goes on by itself.`);
  return 0;
}
