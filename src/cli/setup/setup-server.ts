import { join, resolve } from 'node:path';
import { provisionServer } from '../../server/provision';
import { getJsonFile, writeJsonFile } from '../files/json-file';
import { officePublicSchema } from '../office/office-public';
import type { ExitCode, Terminal } from '../terminal/terminal';

/** Makes a server's folder for an office, and the public part to carry back to it. */
export async function setupServer(terminal: Terminal, named: string, officePublicFile: string): Promise<ExitCode> {
  const folder = resolve(terminal.folder, named);
  const officePublic = await getJsonFile(resolve(terminal.folder, officePublicFile), officePublicSchema);
  const serverPublic = join(folder, 'server-public.json');
  await writeServerPublic(folder, serverPublic, officePublic);
  terminal.print(`The server's folder is ready: ${folder}. Start it with: madoguchi serve --server ${folder}`);
  terminal.print(`Carry this file to the office: ${serverPublic}`);
  terminal.print('There: madoguchi setup --office DIR --server-public FILE --plan FILE');
  return 0;
}

async function writeServerPublic(
  folder: string,
  file: string,
  officePublic: Parameters<typeof provisionServer>[1],
): Promise<void> {
  const { serverKey } = await provisionServer(folder, officePublic);
  await writeJsonFile(file, serverKey);
}
