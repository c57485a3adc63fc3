import { resolve } from 'node:path';
import { startServer } from '../../server/main';
import { serverFolderOf } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { readServeSettings } from './serve-settings';

/** Runs the server alone, on a machine that holds no office key, until it is stopped. Its log goes to stdout. */
export async function serve(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const stopped = terminal.untilStopped();
  const settings = readServeSettings(terminal);
  const dataFolder = named ? resolve(terminal.folder, named) : serverFolderOf(terminal);
  const server = await startServer({ ...settings, dataFolder, webFolder: terminal.webFolder });
  terminal.printError(`Serving ${server.url}/ from ${dataFolder}. Stop with Ctrl-C.`);
  await stopped;
  await server.close();
  return 0;
}
