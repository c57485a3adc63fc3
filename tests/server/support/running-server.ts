import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Configuration } from '../../../src/protocol/configuration';
import { jwsMediaType, paths } from '../../../src/protocol/http';
import { type RunningServer, type ServerSettings, startServer } from '../../../src/server/main';
import { provisionServer } from '../../../src/server/provision';
import { findReceiptKey } from '../../../src/server/receipt-key';
import { makeOffice, type Office, signedConfiguration } from './office';
import { makeStation, type TestStation } from './station';
import { temporaryFolder, writeWeb } from './test-server';

export interface ProvisionedFolder {
  readonly settings: ServerSettings;
  readonly office: Office;
}

/**
 * A folder set up as `npm start` does it, and settings to start a server on it, with no log. `prepare` may make the
 * data folder beforehand.
 */
export async function provisionedFolder(prepare?: (dataFolder: string) => void): Promise<ProvisionedFolder> {
  const folder = temporaryFolder();
  await writeWeb(folder, { 'index.html': 'the kiosk' });
  const office = await makeOffice();
  const dataFolder = join(folder, 'server');
  prepare?.(dataFolder);
  const { code: municipality, configurationKey, administratorTokenDigest } = office;
  await provisionServer(dataFolder, { municipality, configurationKey: configurationKey.key, administratorTokenDigest });
  const log = { write: () => undefined };
  return { settings: { dataFolder, webFolder: join(folder, 'web'), host: '127.0.0.1', port: 0, log }, office };
}

/** Starts a server that is closed when the test ends. */
export async function start(settings: ServerSettings): Promise<RunningServer> {
  const server = await startServer(settings);
  onTestFinished(() => server.close());
  return server;
}

/** Publishes a configuration that lists one new station. */
export async function publishStation(url: string, office: Office, overrides: Partial<Configuration> = {}): Promise<TestStation> {
  const station = await makeStation();
  const answer = await fetch(url + paths.configuration, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${office.administratorToken}`, 'Content-Type': jwsMediaType },
    body: await signedConfiguration(office, [station.entry], overrides),
  });
  expect(answer.status).toBe(204);
  return station;
}

/** What a true configuration lists: the key that signs this folder's receipts. */
export async function serverKeysOf({ dataFolder }: ServerSettings): Promise<Configuration['serverKeys']> {
  const kept = await findReceiptKey(dataFolder);
  return kept ? [{ kid: kept.signer.kid, key: kept.key }] : [];
}
