import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type AdministratorClient, administratorClient } from '../../../src/cli/client/administrator-client';
import { getAdministrator, writeAdministrator } from '../../../src/cli/office/administrator';
import { makeOffice } from '../../../src/cli/office/make-office';
import type { OfficeFolder } from '../../../src/cli/office/office-folder';
import { runCli } from '../../../src/cli/run-cli';
import { type RunningServer, startServer } from '../../../src/server/main';
import { sampleMunicipality } from '../../support/sample-application';
import { recordingTerminal, type RecordingTerminal } from './recording-terminal';
import { temporaryFolder } from './temporary-folder';

const plan = {
  campaigns: [{ id: 'campaign-1', name: '見本キャンペーン', from: '2026-11-01', to: '2026-11-30' }],
  openings: [
    {
      id: 'opening-1',
      campaignId: 'campaign-1',
      venue: '見本保健センター',
      title: '1歳6か月児健診',
      touchpoint: 'infantCheck',
      method: 'collectAtOffice',
      day: '2026-11-20',
    },
  ],
  attendants: [{ id: 'attendant-1', name: '見本 花子', role: 'attendant', pin: '2580' }],
};

export interface OfficeWithServer {
  readonly folder: string;
  readonly office: OfficeFolder;
  readonly serverFolder: string;
  readonly server: RunningServer;
  readonly client: AdministratorClient;
  /** Runs a command in the office; answers are what a person types. */
  readonly run: (
    words: readonly string[],
    answers?: readonly string[],
  ) => Promise<{ exitCode: number; terminal: RecordingTerminal }>;
}

const servers: RunningServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** An empty page in place of the built app: these tests are about the office. */
export async function makeWebFolder(folder: string): Promise<string> {
  const webFolder = join(folder, 'web');
  await mkdir(webFolder, { recursive: true });
  await writeFile(join(webFolder, 'index.html'), '<!doctype html>');
  return webFolder;
}

/** Starts a server on any free port; closed after the test. */
export async function startOn(serverFolder: string, folder: string, port = 0): Promise<RunningServer> {
  const webFolder = await makeWebFolder(folder);
  const log = { write: () => undefined };
  const server = await startServer({ dataFolder: serverFolder, webFolder, host: '127.0.0.1', port, log });
  servers.push(server);
  return server;
}

/** An office and its server, with the commands a person uses; its key has no passphrase, to be quick. */
export async function officeWithServer(): Promise<OfficeWithServer> {
  const folder = await temporaryFolder();
  const run: OfficeWithServer['run'] = async (words, answers = []) => {
    const terminal = recordingTerminal({ folder, answers, env: { MADOGUCHI_DATA: 'here' } });
    return { exitCode: await runCli(words, terminal), terminal };
  };
  const serverFolder = join(folder, 'server');
  const municipality = { code: sampleMunicipality, name: '見本市', contact: '' };
  const office = await makeOffice(join(folder, 'here', 'office'), {
    municipality,
    serverUrl: 'http://127.0.0.1:1',
    passphrase: undefined,
  });
  await run(['setup', '--server', serverFolder, '--office-public', office.officePublic]);
  const server = await startOn(serverFolder, folder);
  const { token } = await getAdministrator(office);
  await writeAdministrator(office, { serverUrl: server.url, token });
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  const published = await run([
    'setup',
    '--office',
    office.path,
    '--server-public',
    join(serverFolder, 'server-public.json'),
    '--plan',
    'plan.json',
  ]);
  if (published.exitCode !== 0) throw new Error(published.terminal.shown());
  return { folder, office, serverFolder, server, client: administratorClient({ serverUrl: server.url, token }), run };
}
