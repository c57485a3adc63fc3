import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { custodyAnswerSchema } from '../../../src/protocol/envelopes';
import { epochHeader, paths } from '../../../src/protocol/http';
import { migrations } from '../../../src/server/storage/sqlite/migrations';
import { backUp } from '../../../src/server/upkeep/back-up';
import { inspect } from '../../../src/server/upkeep/inspect';
import { restore } from '../../../src/server/upkeep/restore';
import { databaseFileIn } from '../../../src/server/upkeep/server-files';
import type { UpkeepFailure } from '../../../src/server/upkeep/upkeep-failure';
import { provisionedFolder, publishStation, serverKeysOf, start } from '../support/running-server';
import { makeEnvelope, stationAuthorization, type TestEnvelope, type TestStation, uploadOf } from '../support/station';

async function upload(url: string, envelope: TestEnvelope): Promise<number> {
  const [path, init] = uploadOf(envelope);
  const answer = await fetch(url + path, init);
  await answer.arrayBuffer();
  return answer.status;
}

async function askCustody(url: string, station: TestStation, envelopes: readonly TestEnvelope[]) {
  const headers = { 'Content-Type': 'application/json', ...(await stationAuthorization(station, 'POST', paths.custody)) };
  const body = JSON.stringify({ envelopeIds: envelopes.map(({ manifest }) => manifest.envelopeId) });
  const answer = await fetch(url + paths.custody, { method: 'POST', headers, body });
  return { custody: custodyAnswerSchema.parse(await answer.json()), epoch: answer.headers.get(epochHeader) };
}

async function makeEnvelopes(station: TestStation, from: number, count: number): Promise<TestEnvelope[]> {
  const sequences = Array.from({ length: count }, (_, index) => from + index);
  return Promise.all(sequences.map((sequence) => makeEnvelope(station, { sequence }, new Uint8Array(60_000).fill(sequence))));
}

it('restored from a backup made while it received, lacks what came later and gets it again: nothing is lost', async () => {
  const { settings, office } = await provisionedFolder();
  const server = await start(settings);
  const station = await publishStation(server.url, office, { serverKeys: await serverKeysOf(settings) });
  const [before, during, after] = [
    await makeEnvelopes(station, 1, 5),
    await makeEnvelopes(station, 6, 20),
    await makeEnvelopes(station, 26, 5),
  ];
  for (const envelope of before) expect(await upload(server.url, envelope)).toBe(201);
  const backup = join(settings.dataFolder, '..', 'yesterday.sqlite');
  const [, ...statuses] = await Promise.all([
    backUp(settings.dataFolder, backup),
    ...during.map((envelope) => upload(server.url, envelope)),
  ]);
  for (const envelope of after) statuses.push(await upload(server.url, envelope));
  expect(statuses).toEqual(Array<number>(25).fill(201));
  const all = [...before, ...during, ...after];
  const former = await askCustody(server.url, station, all);
  expect(former.custody).toEqual({ lacking: [], secured: [] });
  await server.close();

  const kept = await inspect(backup);
  expect(kept.faults).toEqual([]);
  expect((await stat(backup)).mode & 0o777).toBe(0o600);
  await restore(settings.dataFolder, backup, Date.now());
  const restored = await start(settings);
  const answer = await askCustody(restored.url, station, all);
  expect(answer.epoch).toMatch(/^[0-9a-f]{32}$/);
  expect(answer.epoch).not.toBe(former.epoch);
  const lacking = all.filter(({ manifest }) => answer.custody.lacking.includes(manifest.envelopeId));
  expect(lacking).toEqual(expect.arrayContaining(after));
  expect(lacking.some((envelope) => before.includes(envelope))).toBe(false);
  for (const envelope of lacking) expect(await upload(restored.url, envelope)).toBe(201);
  expect((await askCustody(restored.url, station, all)).custody.lacking).toEqual([]);
  await restored.close();
  const whole = await inspect(databaseFileIn(settings.dataFolder));
  expect(whole.faults).toEqual([]);
  expect(whole.gaps).toEqual([]);
  expect(whole.municipalities[0]?.envelopes).toBe(30);
  expect(whole.epoch.number).toBe(2);
}, 60_000);

it('keeps what was there before the restore, and leaves nothing half made', async () => {
  const { settings } = await provisionedFolder();
  const backup = join(settings.dataFolder, '..', 'backup.sqlite');
  await backUp(settings.dataFolder, backup);
  const { former } = await restore(settings.dataFolder, backup, 0);
  expect((await inspect(former ?? '')).epoch.number).toBe(1);
  const names = (await readdir(settings.dataFolder)).sort();
  expect(names).toEqual(['madoguchi.sqlite', 'madoguchi.sqlite.before-1970-01-01T00-00-00.000Z', 'receipt-key.jwk']);
});

it('restores over a database that is damaged, and where there is none', async () => {
  const { settings } = await provisionedFolder();
  const backup = join(settings.dataFolder, '..', 'backup.sqlite');
  await backUp(settings.dataFolder, backup);
  await writeFile(databaseFileIn(settings.dataFolder), 'not a database '.repeat(1000));
  await restore(settings.dataFolder, backup, 1);
  expect((await inspect(databaseFileIn(settings.dataFolder))).epoch.number).toBe(2);
  await rm(databaseFileIn(settings.dataFolder));
  expect((await restore(settings.dataFolder, backup, 2)).former).toBeUndefined();
});

it('is refused while a server runs on the folder, and changes nothing', async () => {
  const { settings } = await provisionedFolder();
  const server = await start(settings);
  const backup = join(settings.dataFolder, '..', 'backup.sqlite');
  await backUp(settings.dataFolder, backup);
  const failure = { code: 'server-running' } satisfies Partial<UpkeepFailure>;
  await expect(restore(settings.dataFolder, backup, 1)).rejects.toMatchObject(failure);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.close();
  expect((await inspect(databaseFileIn(settings.dataFolder))).epoch.number).toBe(1);
});

it('is refused of a file that is no backup, and what is there stays', async () => {
  const { settings } = await provisionedFolder();
  const backup = join(settings.dataFolder, '..', 'letter.txt');
  await writeFile(backup, 'Dear colleague, '.repeat(1000));
  const failure = { code: 'backup-damaged' } satisfies Partial<UpkeepFailure>;
  await expect(restore(settings.dataFolder, backup, 1)).rejects.toMatchObject(failure);
  expect((await inspect(databaseFileIn(settings.dataFolder))).epoch.number).toBe(1);
});

it('brings a backup of an earlier version up to the present one', async () => {
  const { settings, office } = await provisionedFolder();
  const backup = join(settings.dataFolder, '..', 'old.sqlite');
  const old = new BetterSqlite(backup);
  for (const step of migrations[0]?.up ?? []) old.exec(step);
  const key = JSON.stringify(office.configurationKey.key);
  old.prepare('insert into municipalities values (?, ?, ?)').run(office.code, key, office.administratorTokenDigest);
  old.pragma('user_version = 1');
  old.close();
  await expect(inspect(backup)).rejects.toMatchObject({ code: 'backup-other-version' } satisfies Partial<UpkeepFailure>);
  await restore(settings.dataFolder, backup, 1);
  expect((await inspect(databaseFileIn(settings.dataFolder))).faults).toEqual([]);
});

it('a backup replaces no file, and leaves none behind where it cannot be made', async () => {
  const { settings } = await provisionedFolder();
  const folder = join(settings.dataFolder, '..');
  const backup = join(folder, 'backup.sqlite');
  await writeFile(backup, 'yesterday’s');
  const failure = { code: 'backup-exists' } satisfies Partial<UpkeepFailure>;
  await expect(backUp(settings.dataFolder, backup)).rejects.toMatchObject(failure);
  const unmade = { code: 'backup-not-made' } satisfies Partial<UpkeepFailure>;
  await expect(backUp(folder, join(folder, 'other.sqlite'))).rejects.toMatchObject(unmade);
  const nowhere = backUp(settings.dataFolder, join(folder, 'nowhere', 'backup.sqlite'));
  await expect(nowhere).rejects.toMatchObject({ ...unmade, message: expect.stringMatching(/^There is no folder/) as string });
  expect((await readdir(folder)).sort()).toEqual(['backup.sqlite', 'server', 'web']);
});
