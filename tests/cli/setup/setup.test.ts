import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOwnConfiguration } from '../../../src/cli/office/latest-configuration';
import { officeFolderAt } from '../../../src/cli/office/office-folder';
import { runCli } from '../../../src/cli/run-cli';
import { officeWithServer } from '../support/office-with-server';
import { recordingTerminal } from '../support/recording-terminal';
import { enrolTablet } from '../support/tablet';
import { temporaryFolder } from '../support/temporary-folder';

const wanted = ['--name', '見本市', '--code', '990001', '--server-url', 'https://madoguchi.example'];

test('an office is made with its key under a passphrase, and a second set-up touches nothing', async () => {
  const folder = await temporaryFolder();
  const setup = (answers: readonly string[]) => {
    const terminal = recordingTerminal({ folder, answers });
    return runCli(['setup', '--office', 'office', ...wanted], terminal).then((exitCode) => ({ exitCode, terminal }));
  };
  const differing = await setup(['specimen passphrase', 'another']);
  expect(differing.terminal.errors).toEqual([expect.stringContaining('[passphrase-wrong]')]);
  expect((await setup(['specimen passphrase', 'specimen passphrase'])).exitCode).toBe(0);
  const office = officeFolderAt(join(folder, 'office'));
  const identity = await readFile(office.identity, 'utf8');
  expect(identity).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  expect((await stat(office.identity)).mode & 0o777).toBe(0o600);
  const again = await setup(['specimen passphrase', 'specimen passphrase']);
  expect(again.terminal.errors).toEqual([expect.stringContaining('[already-set-up]')]);
  expect(await readFile(office.identity, 'utf8')).toBe(identity);
});

test('a wrong check digit in the code, and half a command, are refused', async () => {
  const terminal = recordingTerminal({ folder: await temporaryFolder(), answers: ['a', 'a'] });
  const wrong = ['--name', '見本市', '--code', '990002', '--server-url', 'https://madoguchi.example'];
  expect(await runCli(['setup', '--office', 'office', ...wrong], terminal)).toBe(1);
  expect(await runCli(['setup', '--office', 'office'], terminal)).toBe(2);
  expect(await runCli(['setup'], terminal)).toBe(2);
  expect(terminal.errors).toEqual([
    expect.stringContaining('[setting-invalid]'),
    expect.stringContaining('--name'),
    expect.stringContaining('--office'),
  ]);
});

test('a new plan keeps stations and server keys; a PIN that was planned is nowhere to be read', async () => {
  const { run, office, folder, server } = await officeWithServer();
  const code = (await run(['enrol'])).terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const { fingerprint } = await enrolTablet(server.url, code);
  await run(['stations', 'confirm', 'み01', '--fingerprint', fingerprint]);
  const first = await findOwnConfiguration(office);
  const plan = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as object;
  await writeFile(join(folder, 'plan.json'), JSON.stringify({ ...plan, openings: [] }));
  expect((await run(['setup', '--office', office.path, '--plan', 'plan.json'])).exitCode).toBe(0);
  const second = await findOwnConfiguration(office);
  expect([second?.version, second?.openings, second?.serverKeys]).toEqual([3, [], first?.serverKeys]);
  expect(second?.stations).toEqual([expect.objectContaining({ code: 'み01', state: 'active' })]);
  expect(second?.attendants[0]?.pinVerifier).not.toContain('2580');
});

test('an opening for photos alone is refused by name, and nothing is published', async () => {
  const { run, office, folder, client } = await officeWithServer();
  const before = await client.findConfiguration();
  const file = join(folder, 'plan.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('collectAtOffice', 'photoOnly'));
  const { exitCode, terminal } = await run(['setup', '--office', office.path, '--plan', 'plan.json']);
  expect([exitCode, terminal.printed]).toEqual([1, []]);
  expect(terminal.errors).toEqual([
    'madoguchi: [setting-invalid] Opening opening-1 has method photoOnly, which the kiosk does not run. ' +
      'Possible: collectAtOffice, verifyAtApplication, visitingReception, applicationSupport.',
  ]);
  expect(await client.findConfiguration()).toBe(before);
});

test('a plan that is none is one line that quotes nothing of it', async () => {
  const { run, office, folder } = await officeWithServer();
  await writeFile(join(folder, 'plan.json'), '{"attendants":[{"pin":"1"}]}');
  const { exitCode, terminal } = await run(['setup', '--office', office.path, '--plan', 'plan.json']);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([
    expect.stringMatching(/^madoguchi: \[file-unreadable\] [^\n]*plan\.json does not hold what it should\.$/),
  ]);
});
