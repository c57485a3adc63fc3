import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { administratorClient } from '../../../src/cli/client/administrator-client';
import { getAdministrator } from '../../../src/cli/office/administrator';
import { findOwnConfiguration, nextConfiguration, publishConfiguration } from '../../../src/cli/office/latest-configuration';
import { officeFolderAt } from '../../../src/cli/office/office-folder';
import { runCli } from '../../../src/cli/run-cli';
import { addDays, dayInJapan } from '../../../src/domain/calendar/day';
import { makeWebFolder } from '../support/office-with-server';
import { recordingTerminal, type RecordingTerminal } from '../support/recording-terminal';
import { enrolTablet } from '../support/tablet';
import { temporaryFolder } from '../support/temporary-folder';

/** Runs `start` until it is ready, does something meanwhile, and stops it. */
async function whileStarted(
  folder: string,
  meanwhile: (terminal: RecordingTerminal) => Promise<void> = () => Promise.resolve(),
): Promise<{ exitCode: number; terminal: RecordingTerminal }> {
  const webFolder = await makeWebFolder(folder);
  const terminal = recordingTerminal({ folder, webFolder, env: { MADOGUCHI_DATA: 'the data', PORT: '0' } });
  const running = runCli(['start'], terminal);
  await Promise.race([terminal.lineMatching(/^Stop with Ctrl-C/), running]);
  try {
    await meanwhile(terminal);
  } finally {
    terminal.stop();
  }
  return { exitCode: await running, terminal };
}

const officeIn = (folder: string) => officeFolderAt(join(folder, 'the data', 'office'));

test('the first start sets up the demo, shows PINs and a code, and stops cleanly', async () => {
  const folder = await temporaryFolder();
  const { exitCode, terminal } = await whileStarted(folder, async (running) => {
    const address = /(http:\S+\/)$/.exec(await running.lineMatching(/Tablet/))?.[1] ?? '';
    expect((await fetch(address)).status).toBe(200);
  });
  expect(exitCode).toBe(0);
  expect(terminal.errors).toEqual([]);
  expect(terminal.printed.filter((line) => /^PIN {10}\d{4} {2}見本 /.test(line))).toHaveLength(2);
  const office = officeIn(folder);
  for (const file of [office.identity, office.configurationKey, office.administrator, office.demoAttendants]) {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  }
  for (const path of [join(folder, 'the data'), office.path]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  const configuration = await findOwnConfiguration(office);
  const today = dayInJapan(Date.now());
  expect(configuration?.openings.map(({ day }) => day)).toEqual(
    Array.from({ length: 70 }, (_, index) => addDays(today, Math.floor(index / 5))),
  );
});

test('the server folder never holds what opens envelopes or signs configurations', async () => {
  const folder = await temporaryFolder();
  await whileStarted(folder);
  const office = officeIn(folder);
  const identity = (await readFile(office.identity, 'utf8')).split('\n')[2] ?? '';
  const { d } = JSON.parse(await readFile(office.configurationKey, 'utf8')) as { d: string };
  const { token } = await getAdministrator(office);
  for (const name of ['madoguchi.sqlite', 'receipt-key.jwk', 'requests.log']) {
    const bytes = await readFile(join(folder, 'the data', 'server', name));
    for (const secret of [identity, d, token]) expect(bytes.includes(secret)).toBe(false);
  }
});

test('a second start keeps keys, PINs and configuration, and shows no PIN', async () => {
  const folder = await temporaryFolder();
  await whileStarted(folder);
  const office = officeIn(folder);
  const files = [office.identity, office.configurationKey, office.configuration, office.demoAttendants];
  const before = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const { terminal } = await whileStarted(folder);
  expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(before);
  expect(terminal.printed.some((line) => line.startsWith('PIN  '))).toBe(false);
});

test('openings that run out within a week are extended in a newer version, once', async () => {
  const folder = await temporaryFolder();
  const office = officeIn(folder);
  const today = dayInJapan(Date.now());
  await whileStarted(folder, async () => {
    const client = administratorClient(await getAdministrator(office));
    const own = await findOwnConfiguration(office);
    if (!own) throw new Error('no configuration');
    const openings = own.openings.filter(({ day }) => day < addDays(today, 3));
    await publishConfiguration(office, client, nextConfiguration(own, { openings }));
  });
  for (const start of [1, 2]) {
    await whileStarted(folder);
    const configuration = await findOwnConfiguration(office);
    expect([start, configuration?.version, configuration?.openings.length]).toEqual([start, 3, 70]);
  }
});

test('a tablet that enrols is announced with the command but not with its digits, and not let in by itself', async () => {
  const folder = await temporaryFolder();
  await whileStarted(folder, async (terminal) => {
    const { serverUrl } = await getAdministrator(officeIn(folder));
    const code = (await terminal.lineMatching(/^ {4}[0-9A-Z]{4}-/)).trim();
    const { fingerprint } = await enrolTablet(serverUrl, code);
    await terminal.lineMatching(/^A tablet waits as み01\./);
    expect(await terminal.lineMatching(/stations confirm み01$/)).toContain("MADOGUCHI_DATA='the data' npm run -s madoguchi --");
    expect(terminal.shown().replace(/\s/g, '')).not.toContain(fingerprint);
    expect((await findOwnConfiguration(officeIn(folder)))?.stations).toEqual([]);
  });
});

test('a busy port is one line', async () => {
  const folder = await temporaryFolder();
  await whileStarted(folder, async () => {
    const { serverUrl } = await getAdministrator(officeIn(folder));
    const other = recordingTerminal({
      folder,
      webFolder: join(folder, 'web'),
      env: { MADOGUCHI_DATA: 'other', PORT: new URL(serverUrl).port },
    });
    expect(await runCli(['start'], other)).toBe(1);
    expect(other.errors).toEqual([expect.stringMatching(/^madoguchi: \[port-busy\] [^\n]+$/)]);
  });
});

test('a folder that cannot be made, or that holds a real office, is one line', async () => {
  const folder = await temporaryFolder();
  const webFolder = await makeWebFolder(folder);
  await writeFile(join(folder, 'file'), '');
  const inFile = recordingTerminal({ folder, webFolder, env: { MADOGUCHI_DATA: 'file', PORT: '0' } });
  expect(await runCli(['start'], inFile)).toBe(1);
  expect(inFile.errors).toEqual([expect.stringMatching(/^madoguchi: \[folder-unwritable\] [^\n]+a file in its place\.$/)]);
});
