import { join } from 'node:path';
import { expect, test } from 'vitest';
import { administratorClient } from '../../../src/cli/client/administrator-client';
import { runCli } from '../../../src/cli/run-cli';
import { addressesForPeople, addressOnThisMachine } from '../../../src/cli/serving/addresses';
import { readServeSettings } from '../../../src/cli/serving/serve-settings';
import { getAdministrator } from '../../../src/cli/office/administrator';
import { officeFolderAt } from '../../../src/cli/office/office-folder';
import { makeWebFolder, officeWithServer } from '../support/office-with-server';
import { maySkip } from '../../support/control/may-skip';
import { hasOpenssl, makeCertificate } from '../../support/tls/certificate';
import { recordingTerminal } from '../support/recording-terminal';
import { temporaryFolder } from '../support/temporary-folder';

test('settings come from the environment; half a TLS pair and a port that is none are refused', () => {
  const settings = (env: Record<string, string>) => readServeSettings(recordingTerminal({ folder: '/here', env }));
  expect(settings({})).toEqual({ host: '127.0.0.1', port: 8080 });
  expect(settings({ HOST: '0.0.0.0', PORT: '443', TLS_CERT: 'c.pem', TLS_KEY: '/k.pem' })).toEqual({
    host: '0.0.0.0',
    port: 443,
    tls: { certFile: '/here/c.pem', keyFile: '/k.pem' },
  });
  expect(() => settings({ TLS_CERT: 'c.pem' })).toThrow(/TLS_KEY/);
  for (const PORT of ['65536', '-1', '80a', '1e3']) expect(() => settings({ PORT })).toThrow(/PORT/);
});

test('serve runs the server of a folder that was set up, and stops cleanly', async () => {
  const { folder, serverFolder, server } = await officeWithServer();
  await server.close();
  const terminal = recordingTerminal({ folder, webFolder: await makeWebFolder(folder), env: { PORT: '0' } });
  const running = runCli(['serve', '--server', serverFolder], terminal);
  const address = /Serving (\S+) /.exec(await terminal.lineMatching(/^Serving /))?.[1] ?? '';
  expect((await fetch(new URL('/readyz', address))).status).toBe(200);
  terminal.stop();
  expect(await running).toBe(0);
});

test('the days to keep what is done come from the server’s environment, and purge in another shell takes no fewer', async () => {
  const { folder, serverFolder, server, run } = await officeWithServer();
  await server.close();
  const env = { PORT: '0', KEEP_DONE_DAYS: '90' };
  const terminal = recordingTerminal({ folder, webFolder: await makeWebFolder(folder), env });
  const running = runCli(['serve', '--server', serverFolder], terminal);
  await terminal.lineMatching(/^Serving /);
  const purged = await run(['purge', '--server', serverFolder]);
  expect(purged.terminal.printed[0]).toMatch(/^0 purged: done at least 90 days ago/);
  terminal.stop();
  expect(await running).toBe(0);
});

test('serve on a folder that was not set up, and a host beyond loopback without TLS, are one line each', async () => {
  const folder = await temporaryFolder();
  const webFolder = await makeWebFolder(folder);
  for (const [env, code] of [
    [{ PORT: '0' }, 'not-provisioned'],
    [{ PORT: '0', HOST: '0.0.0.0' }, 'insecure-host'],
  ] as const) {
    const terminal = recordingTerminal({ folder, webFolder, env });
    expect(await runCli(['serve', '--server', 'nothing'], terminal)).toBe(1);
    expect(terminal.errors).toEqual([expect.stringMatching(new RegExp(`^madoguchi: \\[${code}\\] [^\\n]+$`))]);
  }
});

test('behind a wildcard host, people get the names of the certificate and commands the loopback', () => {
  const settings = { host: '0.0.0.0', port: 8443 };
  expect(addressesForPeople('https://localhost:8443', settings, undefined)).toEqual(['https://localhost:8443']);
  expect(addressOnThisMachine('https://localhost:8443', settings)).toBe('https://127.0.0.1:8443');
  expect(addressOnThisMachine('http://[::1]:8080', { host: '::1', port: 8080 })).toBe('http://[::1]:8080');
});

test.skipIf(maySkip(hasOpenssl))(
  'with TLS, start tells people its certificate names and reaches itself (skipped where openssl is not installed)',
  async () => {
    const folder = await temporaryFolder();
    makeCertificate(folder, 'one');
    const env = { MADOGUCHI_DATA: 'here', PORT: '0', HOST: '0.0.0.0', TLS_CERT: 'one.pem', TLS_KEY: 'one.key' };
    const terminal = recordingTerminal({ folder, webFolder: await makeWebFolder(folder), env });
    const running = runCli(['start'], terminal);
    await Promise.race([terminal.lineMatching(/^Stop with/), running]);
    expect(terminal.errors).toEqual([]);
    expect(await terminal.lineMatching(/Tablet/)).toMatch(/https:\/\/one\.madoguchi\.example:\d+\/$/);
    const administrator = await getAdministrator(officeFolderAt(join(folder, 'here', 'office')));
    expect(await administratorClient(administrator).listPendingStations()).toEqual([]);
    terminal.stop();
    expect(await running).toBe(0);
  },
);
