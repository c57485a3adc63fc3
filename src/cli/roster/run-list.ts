import { addDays, dayInJapan } from '../../domain/calendar/day';
import { administratorClient } from '../client/administrator-client';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';

/** Shows the openings from yesterday on, and which have a roster. */
export async function runRosterList(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const configuration = await getLatestConfiguration(office, administratorClient(await getAdministrator(office)));
  const from = addDays(dayInJapan(Date.now()), -1);
  const openings = configuration.openings.filter(({ day }) => day >= from).sort((a, b) => (a.day < b.day ? -1 : 1));
  if (openings.length === 0) terminal.print('No opening is planned. Publish a plan first.');
  for (const { id, day, venue, title, roster } of openings) {
    const words = roster ? `roster of ${roster.people}, destroyed on ${roster.destroyAt}` : 'no roster';
    terminal.print(`${day}  ${id}  ${venue} ${title}  ${words}`);
  }
  return 0;
}
