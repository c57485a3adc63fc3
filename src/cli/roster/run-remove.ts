import { administratorClient } from '../client/administrator-client';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration, nextConfiguration, publishConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getOpening, withRoster } from './find-opening';

/** Takes an opening's roster back: from the server at once, from stations with their next configuration. */
export async function runRosterRemove(
  terminal: Terminal,
  { opening: id, office: named }: { readonly opening: string; readonly office: string | undefined },
): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const administrator = administratorClient(await getAdministrator(office));
  const configuration = await getLatestConfiguration(office, administrator);
  const { roster } = getOpening(configuration, id);
  if (!roster) {
    terminal.print(`The opening ${id} has no roster.`);
    return 0;
  }
  const openings = withRoster(configuration, id, undefined);
  await publishConfiguration(office, administrator, nextConfiguration(configuration, { openings }));
  await administrator.removeRoster(roster.digest);
  terminal.print(`Removed. Stations destroy their copy when they next fetch the configuration. Destroy the day card too.`);
  return 0;
}
