import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { MunicipalityCode } from '../../src/domain/campaign/municipality';
import { type ServerSettings, startServer } from '../../src/server/main';
import { provisionServer } from '../../src/server/provision';
import type { StartError, StartErrorCode } from '../../src/server/start-error';
import { otherMunicipality } from '../support/sample-application';
import { makeOffice, type Office } from './support/office';
import { provisionedFolder, start } from './support/running-server';
import { temporaryFolder } from './support/test-server';

function provisioningOf(office: Office, municipality: MunicipalityCode = office.code) {
  const { configurationKey, administratorTokenDigest } = office;
  return { municipality, configurationKey: configurationKey.key, administratorTokenDigest };
}

async function expectRefusal(attempt: Promise<unknown>, code: StartErrorCode): Promise<void> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason as StartError,
  );
  expect(error).toMatchObject({ code });
  expect(error?.message).toMatch(/^[^\n]{10,200}$/);
}

it('sets up the same municipality twice with the same key, readable by the owner alone', async () => {
  const dataFolder = join(temporaryFolder(), 'new', 'server');
  const office = await makeOffice();
  const first = await provisionServer(dataFolder, provisioningOf(office));
  const keyFile = join(dataFolder, 'receipt-key.jwk');
  const key = await readFile(keyFile, 'utf8');
  expect(await provisionServer(dataFolder, provisioningOf(office))).toEqual(first);
  expect(await readFile(keyFile, 'utf8')).toBe(key);
  for (const file of [keyFile, join(dataFolder, 'madoguchi.sqlite')]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
  const neighbour = await makeOffice(otherMunicipality);
  expect(await provisionServer(dataFolder, provisioningOf(neighbour))).toEqual(first);
  await expectRefusal(provisionServer(dataFolder, provisioningOf(await makeOffice())), 'other-configuration-key');
});

it('flushes the key’s name to the disk before anything is signed with it', async () => {
  const dataFolder = temporaryFolder();
  const handle = await open(dataFolder);
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const flushed: string[][] = [];
  const sync = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
    if ((await this.stat()).isDirectory()) flushed.push(await readdir(dataFolder));
  });
  onTestFinished(() => sync.mockRestore());
  await provisionServer(dataFolder, provisioningOf(await makeOffice()));
  expect(flushed).toEqual([['receipt-key.jwk']]);
});

it('serves the kiosk at its address, and closing twice is closing once', async () => {
  const { settings } = await provisionedFolder();
  const server = await start(settings);
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(server.url)).text()).toBe('the kiosk');
  await Promise.all([server.close(), server.close()]);
  await expect(fetch(server.url)).rejects.toThrow();
});

it.each([
  ['0.0.0.0', {}, 'insecure-host'],
  ['::', {}, 'insecure-host'],
  ['192.0.2.1', {}, 'insecure-host'],
  ['tablet.example', {}, 'insecure-host'],
  ['0.0.0.0', { trustedProxy: 'proxy.example' }, 'trusted-proxy-invalid'],
  ['192.0.2.1', { trustedProxy: '192.0.2.2' }, 'host-unknown'],
  ['127.0.0.1', { tls: { certFile: 'no.pem', keyFile: 'no.pem' } }, 'tls-unreadable'],
  ['127.0.0.1', { webFolder: 'no-such-folder' }, 'web-missing'],
] as const)('refuses to start on %s with %j', async (host, more, code) => {
  const { settings } = await provisionedFolder();
  await expectRefusal(startServer({ ...settings, host, ...more }), code);
});

it.each(['0.0.0.0', 'localhost', '127.0.0.2'])('starts on %s behind a trusted proxy', async (host) => {
  const { settings } = await provisionedFolder();
  const server = await start({ ...settings, host, trustedProxy: '127.0.0.1' });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it('refuses a key file and a certificate that do not fit', async () => {
  const { settings } = await provisionedFolder();
  const certFile = join(settings.dataFolder, 'cert.pem');
  await writeFile(certFile, 'no certificate');
  await expectRefusal(startServer({ ...settings, tls: { certFile, keyFile: certFile } }), 'tls-unreadable');
});

it('says in one line that the port is taken, and leaves the database free', async () => {
  const { settings } = await provisionedFolder();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expectRefusal(startServer({ ...settings, port }), 'port-busy');
  await start(settings);
});

it('refuses a folder that was not set up, cannot be written, or holds something else', async () => {
  const { settings } = await provisionedFolder();
  const folder = temporaryFolder();
  const startOn = (dataFolder: string): Promise<unknown> => startServer({ ...settings, dataFolder } satisfies ServerSettings);
  await expectRefusal(startOn(join(folder, 'empty')), 'not-provisioned');
  await writeFile(join(folder, 'file'), '');
  await expectRefusal(startOn(join(folder, 'file')), 'folder-not-writable');
  await writeFile(join(settings.dataFolder, 'receipt-key.jwk'), '{"kty":"oct"}');
  await expectRefusal(startServer(settings), 'receipt-key-invalid');
});

it('refuses a database that is none', async () => {
  const { settings } = await provisionedFolder();
  await writeFile(join(settings.dataFolder, 'madoguchi.sqlite'), 'not a database '.repeat(100));
  await expectRefusal(startServer(settings), 'database-unusable');
});

it('makes a whole key where a crash left half of one', async () => {
  const dataFolder = join(temporaryFolder(), 'server');
  await mkdir(dataFolder);
  await chmod(dataFolder, 0o700);
  await writeFile(join(dataFolder, 'receipt-key.jwk.part'), '{"kty":"E');
  const { serverKey } = await provisionServer(dataFolder, provisioningOf(await makeOffice()));
  expect(JSON.parse(await readFile(join(dataFolder, 'receipt-key.jwk'), 'utf8'))).toMatchObject(serverKey.key);
});
