import { parseMunicipalityCode } from '../../domain/campaign/municipality';
import { CommandFailure } from '../failure';
import { makeOffice } from '../office/make-office';
import { officeFolderOf } from '../office/office-folder';
import { readNewPassphrase } from '../terminal/read-passphrase';
import type { ExitCode, Terminal } from '../terminal/terminal';

export interface OfficeSetup {
  readonly office: string;
  readonly name: string;
  readonly code: string;
  readonly serverUrl: string;
  readonly contact: string;
  readonly passphraseFile: string | undefined;
}

/** Makes a real office's folder: keys, administrator's token, and the public part to carry to the server. */
export async function setupOffice(terminal: Terminal, { office: named, ...wanted }: OfficeSetup): Promise<ExitCode> {
  const code = parseMunicipalityCode(wanted.code);
  if (!code)
    throw new CommandFailure('setting-invalid', '--code must be a six-digit municipality code with its right check digit.');
  if (!/^https?:$/.test(URL.parse(wanted.serverUrl)?.protocol ?? '')) {
    throw new CommandFailure('setting-invalid', '--server-url must be an address such as https://madoguchi.example.');
  }
  const passphrase = await readNewPassphrase(terminal, wanted.passphraseFile);
  const municipality = { code, name: wanted.name, contact: wanted.contact };
  const office = await makeOffice(officeFolderOf(terminal, named).path, {
    municipality,
    serverUrl: wanted.serverUrl,
    passphrase,
  });
  terminal.print(`The office of ${wanted.name} lies in ${office.path}. Keep a copy of this folder in a safe place.`);
  terminal.print(`Carry this file to the server: ${office.officePublic}`);
  terminal.print('There: madoguchi setup --server DIR --office-public FILE');
  return 0;
}
