import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { paths, stationScheme } from '../../../src/protocol/http';
import { verifyConfiguration } from '../../../src/sealing/configuration';
import { enrolmentCodeId, formatEnrolmentTyped, makeEnrolmentSecret } from '../../../src/sealing/enrolment-code';
import { signStationRequest } from '../../../src/sealing/station-keys';
import { getConfigurationKey } from '../../../src/cli/office/configuration-key';
import { findOwnConfiguration, nextConfiguration, publishConfiguration } from '../../../src/cli/office/latest-configuration';
import { keepEnrolmentCode, readEnrolmentCodes } from '../../../src/cli/stations/enrolment-codes';
import { officeWithServer, type OfficeWithServer } from '../support/office-with-server';
import { enrolTablet, type Tablet } from '../support/tablet';

const typedCode = /^ {4}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/;

async function enrol({ run, server }: OfficeWithServer): Promise<Tablet> {
  const { terminal } = await run(['enrol']);
  const code = terminal.printed.map((line) => typedCode.exec(line)?.[1]).find((typed) => typed !== undefined);
  return enrolTablet(server.url, code ?? '');
}

async function configurationFor({ server }: OfficeWithServer, { keys }: Tablet): Promise<Response> {
  const jws = await signStationRequest({ method: 'GET', path: paths.configuration }, Date.now(), keys);
  return fetch(new URL(paths.configuration, server.url), { headers: { Authorization: `${stationScheme} ${jws}` } });
}

test('a tablet is let in by the six digits on its screen, and gets a configuration that the office signed', async () => {
  const place = await officeWithServer();
  const tablet = await enrol(place);
  expect(tablet.stationCode).toBe('み01');
  expect((await configurationFor(place, tablet)).status).toBe(403);
  const listed = await place.run(['stations']);
  expect(listed.terminal.printed[0]).toBe('み01  waits');
  expect(listed.terminal.printed.at(-1)).toMatch(/stations confirm み01$/);
  expect(listed.terminal.shown().replace(/\s/g, '')).not.toContain(tablet.fingerprint);
  const { exitCode } = await place.run(['stations', 'confirm', 'み01'], [tablet.fingerprint]);
  expect(exitCode).toBe(0);
  const answer = await configurationFor(place, tablet);
  const { key } = await getConfigurationKey(place.office);
  const configuration = await verifyConfiguration(await answer.text(), key);
  expect(configuration?.stations).toEqual([
    expect.objectContaining({ id: tablet.keys.stationId, code: 'み01', state: 'active' }),
  ]);
  expect(await readFile(place.office.enrolmentCodes, 'utf8')).not.toContain('み01');
});

test('wrong digits publish nothing and leave the tablet locked out', async () => {
  const place = await officeWithServer();
  const tablet = await enrol(place);
  const before = await place.client.findConfiguration();
  const wrong = tablet.fingerprint === '000000' ? '000001' : '000000';
  const { exitCode, terminal } = await place.run(['stations', 'confirm', 'み01', '--fingerprint', wrong]);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[fingerprint-different\] [^\n]+$/)]);
  expect(await place.client.findConfiguration()).toBe(before);
  expect((await configurationFor(place, tablet)).status).toBe(403);
  expect((await place.run(['stations', 'confirm', 'み01', '--fingerprint', tablet.fingerprint])).exitCode).toBe(0);
});

test('digits may be typed in full width and in two groups', async () => {
  const place = await officeWithServer();
  const { fingerprint } = await enrol(place);
  const typed = [...`${fingerprint.slice(0, 3)} ${fingerprint.slice(3)}`]
    .map((digit) => (digit === ' ' ? '　' : String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))
    .join('');
  expect((await place.run(['stations', 'confirm', 'み01'], [typed])).exitCode).toBe(0);
});

test('a tablet that enrolled with a code of another office cannot be confirmed', async () => {
  const place = await officeWithServer();
  const tablet = await enrol(place);
  await writeFile(place.office.enrolmentCodes, '{"codes":[]}');
  const { exitCode, terminal } = await place.run(['stations', 'confirm', 'み01', '--fingerprint', tablet.fingerprint]);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringContaining('[fingerprint-unknown]')]);
});

test('a server that hands a tablet to another station code is not believed', async () => {
  const place = await officeWithServer();
  const tablet = await enrol(place);
  const kept = await readFile(place.office.enrolmentCodes, 'utf8');
  await writeFile(place.office.enrolmentCodes, kept.replace('み01', 'み07'));
  const { terminal } = await place.run(['stations', 'confirm', 'み01', '--fingerprint', tablet.fingerprint]);
  expect(terminal.errors).toEqual([expect.stringContaining('[fingerprint-unknown]')]);
});

test('a code that is open keeps its station code, and so does a tablet that waits after the code expired', async () => {
  const place = await officeWithServer();
  await place.run(['enrol']);
  const tablet = await enrol(place);
  expect(tablet.stationCode).toBe('み02');
  const kept = JSON.parse(await readFile(place.office.enrolmentCodes, 'utf8')) as { codes: { expiresAt: string }[] };
  const expired = kept.codes.map((code) => ({ ...code, expiresAt: '2026-01-01T00:00:00.000Z' }));
  await writeFile(place.office.enrolmentCodes, JSON.stringify({ codes: expired }));
  expect([(await enrol(place)).stationCode, (await enrol(place)).stationCode]).toEqual(['み01', 'み03']);
});

test('codes are never given twice: not while open, waiting, active or revoked', async () => {
  const place = await officeWithServer();
  const first = await enrol(place);
  const second = await enrol(place);
  expect([first.stationCode, second.stationCode]).toEqual(['み01', 'み02']);
  await place.run(['stations', 'confirm', 'み01', '--fingerprint', first.fingerprint]);
  expect((await place.run(['stations', 'revoke', 'み01'])).exitCode).toBe(0);
  expect((await enrol(place)).stationCode).toBe('み03');
  const { terminal } = await place.run(['stations']);
  expect(terminal.printed.slice(0, 3)).toEqual(['み01  revoked', 'み02  waits', 'み03  waits']);
  expect((await configurationFor(place, first)).status).toBe(403);
});

test('a revoked tablet that enrols with a new key is confirmed under the next code; its old key stays out', async () => {
  const place = await officeWithServer();
  const before = await enrol(place);
  await place.run(['stations', 'confirm', 'み01'], [before.fingerprint]);
  await place.run(['stations', 'revoke', 'み01']);
  const again = await enrol(place);
  expect(again.stationCode).toBe('み02');
  const wrongCode = await place.run(['stations', 'confirm', 'み01'], [again.fingerprint]);
  expect(wrongCode.terminal.errors).toEqual([expect.stringMatching(/\[station-not-found\] .* み01; waiting: み02\./)]);
  expect((await place.run(['stations', 'confirm', 'み02'], [again.fingerprint])).exitCode).toBe(0);
  const { terminal } = await place.run(['stations']);
  expect(terminal.printed).toEqual(['み01  revoked', 'み02  active']);
  expect([(await configurationFor(place, before)).status, (await configurationFor(place, again)).status]).toEqual([403, 200]);
});

test('a tablet that waits under the code of a revoked one is refused, and enrolling it again works', async () => {
  const place = await officeWithServer();
  const first = await enrol(place);
  const [code] = await readEnrolmentCodes(place.office);
  if (!code) throw new Error('no code');
  await place.run(['stations', 'confirm', 'み01'], [first.fingerprint]);
  await place.run(['stations', 'revoke', 'み01']);
  const secret = makeEnrolmentSecret('typed');
  const codeId = await enrolmentCodeId(secret);
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const kept = { stationCode: code.stationCode, expiresAt, secrets: [{ codeId, secret: Buffer.from(secret).toString('hex') }] };
  await keepEnrolmentCode(place.office, kept, Date.now());
  await place.client.registerEnrolmentCode({ codeIds: [codeId], stationCode: code.stationCode, expiresAt });
  const second = await enrolTablet(place.server.url, formatEnrolmentTyped(secret));
  const refused = await place.run(['stations', 'confirm', 'み01'], [second.fingerprint]);
  expect(refused.terminal.errors).toEqual([expect.stringMatching(/\[station-ambiguous\] み01 belongs .* \(revoked\)/)]);
  const again = await enrol(place);
  expect((await place.run(['stations', 'confirm', again.stationCode], [again.fingerprint])).exitCode).toBe(0);
  expect((await configurationFor(place, again)).status).toBe(200);
});

test('where nobody can be asked, the digits are an option', async () => {
  const place = await officeWithServer();
  await enrol(place);
  const { exitCode, terminal } = await place.run(['stations', 'confirm', 'み01']);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringContaining('[not-interactive]')]);
});

test('a newer configuration of the same office is taken from the server, never an older one', async () => {
  const place = await officeWithServer();
  const own = await readFile(place.office.configuration);
  const tablet = await enrol(place);
  await place.run(['stations', 'confirm', 'み01', '--fingerprint', tablet.fingerprint]);
  await writeFile(place.office.configuration, own);
  await place.run(['stations']);
  expect((await findOwnConfiguration(place.office))?.stations).toHaveLength(1);
});

test('a configuration with parts of tomorrow is not changed by a version that would lose them', async () => {
  const place = await officeWithServer();
  const tablet = await enrol(place);
  const current = await findOwnConfiguration(place.office);
  if (!current) throw new Error('the office has no configuration');
  await publishConfiguration(place.office, place.client, { ...nextConfiguration(current, {}), ...{ ofTomorrow: true } });
  const { exitCode, terminal } = await place.run(['stations', 'confirm', 'み01', '--fingerprint', tablet.fingerprint]);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringContaining('[configuration-newer]')]);
  expect((await findOwnConfiguration(place.office))?.municipality).toEqual(current.municipality);
});

test('a server that is away, or a wrong token, is one line', async () => {
  const place = await officeWithServer();
  await place.server.close();
  const { exitCode, terminal } = await place.run(['enrol']);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[server-unreachable\] [^\n]+\(ECONNREFUSED\)\.$/)]);
});
