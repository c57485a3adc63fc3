import { administratorClient } from '../client/administrator-client';
import { getAdministrator } from '../office/administrator';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { revokeStation } from './confirm-station';

/** Shuts a tablet out. */
export async function runRevoke(
  terminal: Terminal,
  { office: named, code: typedCode }: { readonly office: string | undefined; readonly code: string },
): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const code = typedCode.normalize('NFKC');
  const { epoch, version } = await revokeStation(office, client, code);
  terminal.print(`${code} is revoked: configuration ${epoch}.${version} is published. What it still sends is held.`);
  return 0;
}
