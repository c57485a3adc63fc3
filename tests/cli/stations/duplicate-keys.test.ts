import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOwnConfiguration } from '../../../src/cli/office/latest-configuration';
import type { StationEntry } from '../../../src/protocol/configuration';
import { makeDuplicateTag } from '../../../src/sealing/duplicates/duplicate-tag';
import { unwrapDuplicateKeys } from '../../../src/sealing/duplicates/unwrap-duplicate-keys';
import { sampleApplicationId } from '../../support/sample-application';
import { officeWithServer, type OfficeWithServer } from '../support/office-with-server';
import { enrolTablet, type Tablet } from '../support/tablet';

const typedCode = /^ {4}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/;

async function joinTablet({ run, server }: OfficeWithServer): Promise<Tablet> {
  const { terminal } = await run(['enrol']);
  const code = terminal.printed.map((line) => typedCode.exec(line)?.[1]).find((typed) => typed !== undefined);
  const tablet = await enrolTablet(server.url, code ?? '');
  const { exitCode } = await run(['stations', 'confirm', tablet.stationCode, '--fingerprint', tablet.fingerprint]);
  expect(exitCode).toBe(0);
  return tablet;
}

async function stationOf({ office }: OfficeWithServer, { keys }: Tablet): Promise<StationEntry> {
  const station = (await findOwnConfiguration(office))?.stations.find(({ id }) => id === keys.stationId);
  if (!station) throw new Error('this tablet is in no configuration');
  return station;
}

/** The tags that a tablet makes of one ID with what it was given: `version tag`, newest first. */
async function tagsOf(place: OfficeWithServer, tablet: Tablet): Promise<readonly string[]> {
  const { duplicateKeys } = await stationOf(place, tablet);
  const keys = await unwrapDuplicateKeys(duplicateKeys?.wrapped ?? '', tablet.keys);
  const tags = await Promise.all(keys.map((key) => makeDuplicateTag(sampleApplicationId, key)));
  return tags.map(({ keyVersion, tag }) => `${String(keyVersion)} ${tag}`);
}

test('every tablet that is let in gets the same key, wrapped to it alone, and nothing of it reaches the server', async () => {
  const place = await officeWithServer();
  const [one, another] = [await joinTablet(place), await joinTablet(place)];
  const tags = await tagsOf(place, one);
  expect(tags).toEqual([expect.stringMatching(/^1 [\w-]{43}$/)]);
  expect(await tagsOf(place, another)).toEqual(tags);
  expect(await tagsOf(place, { ...one, keys: { ...one.keys, agreement: another.keys.agreement } })).toEqual([]);
  expect((await stat(place.office.duplicateKeys)).mode & 0o777).toBe(0o600);
  const { keys } = JSON.parse(await readFile(place.office.duplicateKeys, 'utf8')) as { keys: { secret: string }[] };
  const secret = keys[0]?.secret ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  for (const name of await readdir(place.serverFolder)) {
    const bytes = await readFile(join(place.serverFolder, name));
    expect(bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'base64url')), name).toBe(false);
  }
});

test('what a station was given stays as it is while the key does', async () => {
  const place = await officeWithServer();
  const one = await joinTablet(place);
  const { duplicateKeys } = await stationOf(place, one);
  await joinTablet(place);
  expect((await stationOf(place, one)).duplicateKeys).toEqual(duplicateKeys);
});

test('after a tablet is lost the others get a new key beside the old one, and the lost one none', async () => {
  const place = await officeWithServer();
  const [lost, kept] = [await joinTablet(place), await joinTablet(place)];
  const before = await tagsOf(place, kept);
  expect((await place.run(['stations', 'revoke', lost.stationCode])).exitCode).toBe(0);
  const after = await tagsOf(place, kept);
  expect(after).toEqual([expect.stringMatching(/^2 /), ...before]);
  expect((await stationOf(place, lost)).duplicateKeys).toBeUndefined();
});

test('a copy of the office folder from before the keys makes up none under a number that is given', async () => {
  const place = await officeWithServer();
  const one = await joinTablet(place);
  const { duplicateKeys } = await stationOf(place, one);
  await rm(place.office.duplicateKeys);
  const another = await joinTablet(place);
  expect((await stationOf(place, one)).duplicateKeys).toEqual(duplicateKeys);
  expect((await stationOf(place, another)).duplicateKeys).toBeUndefined();
  await place.run(['stations', 'revoke', another.stationCode]);
  expect(await tagsOf(place, one)).toEqual([expect.stringMatching(/^2 /)]);
});
