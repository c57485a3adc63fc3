import { administratorClient } from '../client/administrator-client';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { showWaitingStation } from './show-waiting-station';
import { listWaitingStations } from './waiting-stations';

/** Lists the stations of the configuration, then the tablets that wait. */
export async function runStations(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const { stations } = await getLatestConfiguration(office, client);
  const waiting = await listWaitingStations(office, client);
  for (const { code, state } of stations) terminal.print(`${code}  ${state}`);
  for (const { station } of waiting) terminal.print(`${station.stationCode}  waits`);
  if (stations.length + waiting.length === 0) terminal.print('No station yet. "enrol" makes a code for the first tablet.');
  for (const one of waiting) showWaitingStation(terminal, one);
  return 0;
}
