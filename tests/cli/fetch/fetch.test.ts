import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { type Sealer, sealNth } from '../support/envelopes';
import { officeWithServer, type OfficeWithServer } from '../support/office-with-server';
import { enrolTablet, type Tablet, upload } from '../support/tablet';

interface Venue extends OfficeWithServer {
  readonly tablet: Tablet;
  readonly sealer: Sealer;
  readonly deliver: (sequence: number) => Promise<SealedEnvelope>;
  readonly fetched: () => Promise<readonly string[]>;
}

/** An office with one confirmed tablet that delivers. */
async function venue(): Promise<Venue> {
  const place = await officeWithServer();
  const { terminal } = await place.run(['enrol']);
  const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const tablet = await enrolTablet(place.server.url, code);
  await place.run(['stations', 'confirm', tablet.stationCode, '--fingerprint', tablet.fingerprint]);
  const { recipients } = await getOfficeProfile(place.office);
  const sealer: Sealer = { ...tablet, recipients };
  const deliver = async (sequence: number): Promise<SealedEnvelope> => {
    const sealed = await sealNth(sealer, sequence);
    expect(await upload(place.server.url, sealed)).toBe(201);
    return sealed;
  };
  return { ...place, tablet, sealer, deliver, fetched: async () => (await readdir(join(place.folder, 'in'))).sort() };
}

const fetchInto = ['fetch', '--out', 'in'];

test('what a tablet delivered is fetched, opened, and the server is told that the office has it', async () => {
  const { run, deliver, fetched, folder, office, client } = await venue();
  const sealed = await deliver(1);
  const { envelopeId } = sealed.manifest;
  const { exitCode, terminal } = await run(fetchInto);
  expect(terminal.printed).toEqual(['1 fetched, 0 here already, 0 held, 0 skipped']);
  expect(exitCode).toBe(0);
  expect(await fetched()).toEqual([`${envelopeId}.age`, `${envelopeId}.jws`]);
  expect((await readFile(join(folder, 'in', `${envelopeId}.age`))).equals(sealed.bytes)).toBe(true);
  expect((await stat(join(folder, 'in', `${envelopeId}.age`))).mode & 0o777).toBe(0o600);
  expect((await client.listEnvelopes('')).envelopes).toEqual([expect.objectContaining({ envelopeId, isSecured: true })]);
  const opened = await run(['open', '--identity', office.identity, '--in', 'in', '--out', 'out']);
  expect(opened.terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 0 skipped');
});

test('a second run fetches only what is new; a run that was cut off goes on', async () => {
  const { run, deliver, fetched, folder } = await venue();
  const first = await deliver(1);
  await run(fetchInto);
  await deliver(2);
  await rm(join(folder, 'in', `${first.manifest.envelopeId}.jws`));
  const { terminal } = await run(fetchInto);
  expect(terminal.printed).toEqual(['1 fetched, 1 here already, 0 held, 0 skipped']);
  expect(await fetched()).toHaveLength(4);
});

test('what lies in another folder is not fetched again, unless asked for', async () => {
  const { run, deliver } = await venue();
  await deliver(1);
  await run(fetchInto);
  const again = await run(['fetch', '--out', 'elsewhere']);
  expect(again.terminal.printed).toEqual(['0 fetched, 0 here already, 1 fetched earlier into another folder, 0 held, 0 skipped']);
  expect((await run(['fetch', '--out', 'elsewhere', '--all'])).terminal.printed).toEqual([
    '1 fetched, 0 here already, 0 held, 0 skipped',
  ]);
});

test('a different file with the name is left as it is, and the server is not told', async () => {
  const { run, deliver, folder, client } = await venue();
  const { envelopeId } = (await deliver(1)).manifest;
  await deliver(2);
  await run(['fetch', '--out', 'in']);
  const third = await deliver(3);
  await writeFile(join(folder, 'in', `${third.manifest.envelopeId}.age`), 'put there by somebody');
  const { exitCode, terminal } = await run(fetchInto);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringContaining(`skipped  ${third.manifest.envelopeId}  [differentFile]`)]);
  expect(await readFile(join(folder, 'in', `${third.manifest.envelopeId}.age`), 'utf8')).toBe('put there by somebody');
  const secured = (await client.listEnvelopes('')).envelopes.map((entry) => [entry.envelopeId === envelopeId, entry.isSecured]);
  expect(secured).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});

test('what a revoked station sends is held until a clerk asks for it', async () => {
  const { run, deliver, sealer, server, fetched } = await venue();
  await deliver(1);
  await run(['stations', 'revoke', 'み01']);
  expect(await upload(server.url, await sealNth(sealer, 2))).toBe(201);
  const { exitCode, terminal } = await run(fetchInto);
  expect(terminal.printed).toEqual(['1 fetched, 0 here already, 1 held, 0 skipped']);
  expect(exitCode).toBe(1);
  expect(await fetched()).toHaveLength(2);
  expect((await run([...fetchInto, '--held'])).terminal.printed).toEqual(['1 fetched, 1 here already, 0 held, 0 skipped']);
});
