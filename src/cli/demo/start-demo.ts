import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provisionServer } from '../../server/provision';
import { startServer } from '../../server/main';
import { administratorClient } from '../client/administrator-client';
import { getJsonFile } from '../files/json-file';
import { makePrivateFolder } from '../files/private-folder';
import { type Administrator, getAdministrator, writeAdministrator } from '../office/administrator';
import { dataFolderOf, officeFolderAt, type OfficeFolder, serverFolderOf } from '../office/office-folder';
import { officePublicSchema } from '../office/office-public';
import { addressesForPeople, addressOnThisMachine } from '../serving/addresses';
import { openRequestLog } from '../serving/request-log-file';
import { readServeSettings } from '../serving/serve-settings';
import { makeEnrolmentCode } from '../stations/make-enrolment-code';
import { showEnrolmentCode } from '../stations/show-enrolment-code';
import { showWaitingStation } from '../stations/show-waiting-station';
import { watchWaitingStations } from '../stations/watch-waiting-stations';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { publishDemoConfiguration } from './demo-configuration';
import { ensureDemoOffice } from './demo-office';
import { showDemoWelcome, showNextSteps } from './demo-welcome';

const lookEveryMs = 3_000;

async function rememberServer(office: OfficeFolder, serverUrl: string, certificate: string | undefined): Promise<Administrator> {
  const { token } = await getAdministrator(office);
  const administrator: Administrator = { serverUrl, token, ...(certificate !== undefined && { certificate }) };
  await writeAdministrator(office, administrator);
  return administrator;
}

/** Runs the demo municipality, office and server in one, until it is stopped. */
export async function startDemo(terminal: Terminal): Promise<ExitCode> {
  const stopped = terminal.untilStopped();
  const settings = readServeSettings(terminal);
  const office = officeFolderAt(join(dataFolderOf(terminal), 'office'));
  const serverFolder = serverFolderOf(terminal);
  await makePrivateFolder(dataFolderOf(terminal));
  await ensureDemoOffice(office, `http://${settings.host}:${settings.port}`);
  const { serverKey } = await provisionServer(serverFolder, await getJsonFile(office.officePublic, officePublicSchema));
  const log = await openRequestLog(serverFolder);
  const server = await startServer({ ...settings, dataFolder: serverFolder, webFolder: terminal.webFolder, log });
  try {
    const certificate = settings.tls && (await readFile(settings.tls.certFile, 'utf8'));
    const client = administratorClient(await rememberServer(office, addressOnThisMachine(server.url, settings), certificate));
    const { isFirst } = await publishDemoConfiguration(office, client, serverKey);
    await showDemoWelcome(terminal, office, { addresses: addressesForPeople(server.url, settings, certificate), isFirst });
    showEnrolmentCode(terminal, await makeEnrolmentCode(office, client));
    showNextSteps(terminal);
    const stopWatching = watchWaitingStations(office, client, {
      everyMs: lookEveryMs,
      tell: (waiting) => {
        showWaitingStation(terminal, waiting);
      },
    });
    await stopped;
    stopWatching();
    terminal.print('Stopping …');
  } finally {
    await server.close();
    log.end();
  }
  return 0;
}
