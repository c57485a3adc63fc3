import { existsSync } from 'node:fs';
import { CommandFailure } from '../failure';
import { writeJsonFile } from '../files/json-file';
import { makeOffice } from '../office/make-office';
import type { OfficeFolder } from '../office/office-folder';
import { makeDemoAttendants } from './demo-attendants';
import { demoMunicipality } from './demo-municipality';

/** The demo's office folder, made on the first run. Throws `already-set-up` where a real office lies there. */
export async function ensureDemoOffice(office: OfficeFolder, serverUrl: string): Promise<void> {
  if (existsSync(office.demoAttendants)) return;
  if (existsSync(office.configurationKey)) {
    throw new CommandFailure('already-set-up', `${office.path} holds a real office, and "start" runs demos only. Use "serve".`);
  }
  await makeOffice(office.path, {
    municipality: demoMunicipality,
    serverUrl,
    passphrase: undefined,
    complete: (unfinished) => writeJsonFile(unfinished.demoAttendants, makeDemoAttendants()),
  });
}
