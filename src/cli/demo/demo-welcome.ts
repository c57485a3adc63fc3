import { relative } from 'node:path';
import { getJsonFile } from '../files/json-file';
import type { OfficeFolder } from '../office/office-folder';
import { commandLine } from '../terminal/command-line';
import type { Terminal } from '../terminal/terminal';
import { demoAttendantsSchema } from './demo-attendants';
import { demoMunicipality } from './demo-municipality';

const warning = [
  "A demo keeps the office's keys and the server on one machine. For real use the",
  'office keeps its keys on a machine of its own ("setup --office") and the server',
  'gets only public parts ("setup --server", then "serve"): src/cli/README.md',
];

/** A path as short as it can be read from where the person is. */
function shownPath({ folder }: Terminal, path: string): string {
  const short = relative(folder, path);
  return short.startsWith('..') ? path : short;
}

/** Tells where everything is. PINs are shown on the first run; they stay in the office folder. */
export async function showDemoWelcome(
  terminal: Terminal,
  office: OfficeFolder,
  { addresses, isFirst }: { readonly addresses: readonly string[]; readonly isFirst: boolean },
): Promise<void> {
  const { print } = terminal;
  print('');
  print(`Madoguchi ${__APP_VERSION__}: demo municipality ${demoMunicipality.name} (invented)`);
  print('');
  for (const address of addresses) {
    print(`  Tablet   ${address}/`);
    print(`  Office   ${address}/office/`);
    print(`  API      ${address}/api/v1/openapi.json`);
  }
  print('');
  for (const line of warning) print(line);
  print('');
  print(`Office key   ${shownPath(terminal, office.identity)}  (keep it secret)`);
  if (isFirst) {
    for (const { name, role, pin } of await getJsonFile(office.demoAttendants, demoAttendantsSchema)) {
      print(`PIN          ${pin}  ${name} (${role})`);
    }
  }
  print(`PINs kept in ${shownPath(terminal, office.demoAttendants)}`);
  print('');
}

/** What to do with the code that was just shown. */
export function showNextSteps(terminal: Terminal): void {
  const { print } = terminal;
  print('');
  print('1. Open the tablet address on the tablet, or in a browser on this machine.');
  print('2. Scan or type the code. Then this terminal says that a tablet waits.');
  print('3. Confirm it with the command shown, which asks for the six digits on the tablet.');
  print('');
  print(`Another code: ${commandLine(terminal, 'enrol')}`);
  print('Stop with Ctrl-C.');
}
