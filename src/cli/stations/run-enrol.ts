import { administratorClient } from '../client/administrator-client';
import { getAdministrator } from '../office/administrator';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { makeEnrolmentCode } from './make-enrolment-code';
import { showEnrolmentCode } from './show-enrolment-code';

/** Makes a one-time code for the next tablet and shows it. */
export async function runEnrol(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  showEnrolmentCode(terminal, await makeEnrolmentCode(office, client));
  return 0;
}
