import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { openStorage } from '../../../src/server/open-storage';
import { noteKeepDays } from '../../../src/server/retention/keep-days';
import { sealNth, type Sealer } from '../support/envelopes';
import { officeWithServer, type OfficeWithServer, startOn } from '../support/office-with-server';
import { enrolTablet, upload } from '../support/tablet';

interface Venue extends OfficeWithServer {
  readonly sealer: Sealer;
  readonly deliver: (url: string, sequence: number) => Promise<SealedEnvelope>;
}

async function venue(): Promise<Venue> {
  const place = await officeWithServer();
  const { terminal } = await place.run(['enrol']);
  const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const tablet = await enrolTablet(place.server.url, code);
  await place.run(['stations', 'confirm', tablet.stationCode, '--fingerprint', tablet.fingerprint]);
  const { recipients } = await getOfficeProfile(place.office);
  const sealer: Sealer = { ...tablet, recipients };
  const deliver = async (url: string, sequence: number): Promise<SealedEnvelope> => {
    const sealed = await sealNth(sealer, sequence);
    expect(await upload(url, sealed)).toBe(201);
    return sealed;
  };
  return { ...place, sealer, deliver };
}

/** As if the server had been started with that setting, but without its purging by itself. */
async function keepForNoDays(serverFolder: string): Promise<void> {
  const storage = await openStorage(serverFolder);
  await noteKeepDays(storage, 0, Date.now());
  await storage.close();
}

test('a backup is verified, restored, and the office goes on where it was', async () => {
  const { run, server, serverFolder, deliver } = await venue();
  await deliver(server.url, 1);
  const backup = await run(['backup', 'backup.sqlite', '--server', serverFolder]);
  expect(backup.terminal.printed[0]).toMatch(/^Backed up into .*backup\.sqlite/);
  await deliver(server.url, 2);
  const refused = await run(['restore', 'backup.sqlite', '--server', serverFolder]);
  expect(refused.terminal.errors.at(-1)).toContain('[server-running]');
  expect(refused.exitCode).toBe(1);
  await server.close();
  const verified = await run(['verify', 'backup.sqlite']);
  expect(verified.terminal.printed.at(-1)).toBe('0 faults, 0 gaps');
  expect(verified.exitCode).toBe(0);
  const restored = await run(['restore', 'backup.sqlite', '--server', serverFolder]);
  expect(restored.terminal.printed[0]).toMatch(/a new epoch has begun/);
  expect((await run(['verify', '--server', serverFolder])).terminal.printed).toContainEqual(expect.stringMatching(/^epoch 2 /));
});

test('what the office is done with is purged by the command, and fetch says so', async () => {
  const { run, server, serverFolder, folder, deliver, office } = await venue();
  const first = await deliver(server.url, 1);
  await deliver(server.url, 2);
  await run(['fetch', '--out', 'in']);
  await run(['open', '--identity', office.identity, '--in', 'in', '--out', 'opened']);
  const byNumber = await run(['done', first.manifest.receptionNumber, 'み09-0001-0']);
  expect(byNumber.terminal.printed.at(-1)).toBe('1 done, 0 done before, 1 missing');
  expect(byNumber.exitCode).toBe(1);
  const byFolder = await run(['done', '--in', 'opened']);
  expect(byFolder.terminal.printed.at(-1)).toBe('1 done, 1 done before, 0 missing');
  const purge = async (...words: string[]) => (await run(['purge', '--server', serverFolder, ...words])).terminal.printed;
  expect((await purge())[0]).toMatch(/^0 purged: done at least 30 days ago/);
  expect((await purge('--keep-days', '0'))[0]).toMatch(/^The server keeps what is done for 30 days/);
  await server.close();
  await keepForNoDays(serverFolder);
  expect((await purge('--keep-days', '1'))[0]).toMatch(/^0 purged: done at least 1 days ago/);
  expect((await purge())[0]).toMatch(/^2 purged/);
  await startOn(serverFolder, folder, Number(new URL(server.url).port));
  expect((await run(['verify', '--server', serverFolder])).terminal.printed.at(-1)).toBe('0 faults, 0 gaps');
  await rm(join(folder, 'in'), { recursive: true });
  const again = await run(['fetch', '--out', 'in', '--all']);
  expect(again.terminal.printed).toEqual(['0 fetched, 0 here already, 2 done and purged, 0 held, 0 skipped']);
  expect((await run(['done'])).exitCode).toBe(2);
});

test('what the office never fetched is not done, nor what is held: the rest is, and no bytes are lost', async () => {
  const { run, server, serverFolder, folder, deliver, sealer } = await venue();
  const fetched = await deliver(server.url, 1);
  await run(['fetch', '--out', 'in']);
  const unfetched = await deliver(server.url, 2);
  await run(['stations', 'revoke', 'み01']);
  const held = await sealNth(sealer, 3);
  expect(await upload(server.url, held)).toBe(201);
  const numbers = [unfetched, held, fetched].map(({ manifest }) => manifest.receptionNumber);
  const done = await run(['done', ...numbers]);
  expect(done.terminal.errors).toEqual([
    expect.stringContaining(`${numbers[0] ?? ''}  [envelope-not-secured]`),
    expect.stringContaining(`${numbers[1] ?? ''}  [envelope-held]`),
  ]);
  expect(done.terminal.printed.at(-1)).toBe('1 done, 0 done before, 0 missing, 2 refused');
  expect(done.exitCode).toBe(1);
  await server.close();
  await keepForNoDays(serverFolder);
  await run(['purge', '--server', serverFolder]);
  await startOn(serverFolder, folder, Number(new URL(server.url).port));
  const brought = await run(['fetch', '--out', 'in', '--held']);
  expect(brought.terminal.printed.at(-1)).toBe('2 fetched, 1 here already, 0 held, 0 skipped');
});

test('a held envelope is listed, and released in a clerk’s name', async () => {
  const { run, server, sealer } = await venue();
  await run(['stations', 'revoke', 'み01']);
  const held = await sealNth(sealer, 1);
  expect(await upload(server.url, held)).toBe(201);
  const { receptionNumber, envelopeId } = held.manifest;
  const listed = await run(['held']);
  expect(listed.terminal.printed[0]).toContain(`${envelopeId}  ${receptionNumber}`);
  const unknown = await run(['held', 'release', 'み09-0001-0', '--clerk', '見本 次郎']);
  expect(unknown.terminal.errors.at(-1)).toContain('[envelope-not-held]');
  const released = await run(['held', 'release', receptionNumber, '--clerk', '見本 次郎']);
  expect(released.exitCode).toBe(0);
  expect((await run(['held'])).terminal.printed).toEqual(['0 held']);
  expect((await run(['fetch', '--out', 'in'])).terminal.printed).toEqual(['1 fetched, 0 here already, 0 held, 0 skipped']);
});

test('a file that is damaged, empty, of something else or missing is told by a code, and put in no server’s place', async () => {
  const { run, server, serverFolder, folder, deliver } = await venue();
  await deliver(server.url, 1);
  await run(['backup', 'backup.sqlite', '--server', serverFolder]);
  await server.close();
  const whole = await readFile(join(folder, 'backup.sqlite'));
  await writeFile(join(folder, 'torn.sqlite'), whole.subarray(0, whole.length / 2));
  await writeFile(join(folder, 'letter.sqlite'), 'Dear colleague, '.repeat(1000));
  await writeFile(join(folder, 'empty.sqlite'), '');
  const codeOf = async (...words: string[]): Promise<string | undefined> => {
    const { terminal, exitCode } = await run([...words, '--server', serverFolder]);
    expect(exitCode).toBe(1);
    return /\[([\w-]+)\]/.exec(terminal.errors.at(-1) ?? '')?.[1];
  };
  const codes: Record<string, unknown> = {};
  for (const file of ['torn', 'letter', 'empty', 'missing'].map((name) => `${name}.sqlite`)) {
    codes[file] = [await codeOf('verify', file), await codeOf('restore', file), await codeOf('restore', file, '--damaged')];
  }
  expect(codes).toEqual({
    'torn.sqlite': ['no-database', 'no-database', 'backup-damaged'],
    'letter.sqlite': ['no-database', 'no-database', 'backup-damaged'],
    'empty.sqlite': ['no-database', 'no-database', 'no-database'],
    'missing.sqlite': ['file-missing', 'file-missing', 'file-missing'],
  });
  expect((await run(['verify', '--server', serverFolder])).terminal.printed.at(-1)).toBe('0 faults, 0 gaps');
});

test('after a restore the latest configuration is published once more, and stations enrolled since are known again', async () => {
  const place = await officeWithServer();
  await place.run(['backup', 'backup.sqlite', '--server', place.serverFolder]);
  const { terminal } = await place.run(['enrol']);
  const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const tablet = await enrolTablet(place.server.url, code);
  await place.run(['stations', 'confirm', tablet.stationCode, '--fingerprint', tablet.fingerprint]);
  await place.server.close();
  await place.run(['restore', 'backup.sqlite', '--server', place.serverFolder]);
  const { port } = new URL(place.server.url);
  const restored = await startOn(place.serverFolder, place.folder, Number(port));
  const { recipients } = await getOfficeProfile(place.office);
  const sealed = await sealNth({ ...tablet, recipients }, 1);
  expect(await upload(restored.url, sealed)).toBe(401);
  expect((await place.run(['republish'])).terminal.printed).toEqual(['Published configuration 1.3: the latest once more.']);
  expect(await upload(restored.url, sealed)).toBe(201);
});
