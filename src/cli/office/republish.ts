import { administratorClient } from '../client/administrator-client';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getAdministrator } from './administrator';
import { getLatestConfiguration, nextConfiguration, publishConfiguration } from './latest-configuration';
import { getOfficeFolder } from './office-folder';

/** Signs the latest configuration once more, one version on, for a server that was restored from before it. */
export async function runRepublish(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const next = nextConfiguration(await getLatestConfiguration(office, client), {});
  await publishConfiguration(office, client, next);
  terminal.print(`Published configuration ${next.epoch}.${next.version}: the latest once more.`);
  return 0;
}
