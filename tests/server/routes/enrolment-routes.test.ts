import { expect, it } from 'vitest';
import { enrolmentAnswerSchema, pendingStationsSchema } from '../../../src/protocol/enrolment';
import { paths } from '../../../src/protocol/http';
import { wireLimits } from '../../../src/protocol/limits';
import { enrolmentCodeId, makeEnrolmentSecret } from '../../../src/sealing/enrolment-code';
import { sampleStationCode } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { makeStation, type TestStation } from '../support/station';
import { openTestServer, type TestServer } from '../support/test-server';

const startMs = Date.parse('2026-11-20T00:00:00Z');
const tenMinutesMs = 10 * 60_000;

function post({ app }: TestServer, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
  return Promise.resolve(app.request(path, init));
}

async function addCode(server: TestServer): Promise<string> {
  const secrets = [makeEnrolmentSecret('qr'), makeEnrolmentSecret('typed')] as const;
  const codeIds = [await enrolmentCodeId(secrets[0]), await enrolmentCodeId(secrets[1])] as const;
  const code = { codeIds, stationCode: sampleStationCode, expiresAt: new Date(startMs + tenMinutesMs).toISOString() };
  expect((await post(server, paths.enrolmentCodes, code, server.administrator)).status).toBe(204);
  return codeIds[0];
}

function enrol(server: TestServer, codeId: string, { entry }: TestStation): Promise<Response> {
  return post(server, paths.enrolments, { codeId, signingKey: entry.signingKey, agreementKey: entry.agreementKey });
}

it('enrols a station, shows it to the administrator until the configuration lists it', async () => {
  const server = await openTestServer({ services: { nowMs: () => startMs } });
  const [codeId, station] = [await addCode(server), await makeStation()];
  const answer = await enrol(server, codeId, station);
  expect(answer.status).toBe(201);
  expect(enrolmentAnswerSchema.parse(await answer.json())).toEqual({
    stationId: station.entry.id,
    stationCode: sampleStationCode,
    municipality: server.office.code,
    configurationKey: server.office.configurationKey.key,
  });
  const pending = async () => {
    const listed = await server.app.request(paths.pendingStations, { headers: server.administrator });
    return pendingStationsSchema.parse(await listed.json());
  };
  const { id: stationId, agreementKey } = station.entry;
  expect((await pending()).pending).toMatchObject([{ stationId, codeId, agreementKey }]);
  await server.publish(station.entry);
  expect((await pending()).pending).toEqual([]);
});

it('gives the same answer to the same key, also after the code expired', async () => {
  let nowMs = startMs;
  const server = await openTestServer({ services: { nowMs: () => nowMs } });
  const [codeId, station] = [await addCode(server), await makeStation()];
  const first = await (await enrol(server, codeId, station)).text();
  nowMs = startMs + 2 * tenMinutesMs;
  const again = await enrol(server, codeId, station);
  expect(again.status).toBe(200);
  expect(await again.text()).toBe(first);
  await expectProblem(enrol(server, codeId, await makeStation()), 'enrolment-code-used');
  await expectProblem(enrol(server, await addCode(server), await makeStation()), 'enrolment-code-expired');
});

it('limits enrolments by client and says when to come back', async () => {
  let nowMs = startMs;
  const server = await openTestServer({ services: { nowMs: () => nowMs } });
  const station = await makeStation();
  const attempt = async () => enrol(server, await enrolmentCodeId(makeEnrolmentSecret('qr')), station);
  const answers: Response[] = [];
  for (let count = 0; count < 31; count += 1) answers.push(await attempt());
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(30).fill(404), 429]);
  const retryAfterSeconds = Number(answers.at(-1)?.headers.get('retry-after'));
  expect(retryAfterSeconds).toBe(2);
  nowMs += retryAfterSeconds * 1000;
  await expectProblem(attempt(), 'enrolment-code-unknown');
  await expectProblem(attempt(), 'too-many-requests');
});

it('refuses what is not JSON of the schema, and more of it than allowed', async () => {
  const server = await openTestServer();
  const { entry } = await makeStation();
  const good = { codeId: entry.id, signingKey: entry.signingKey, agreementKey: entry.agreementKey };
  const withPrivateHalf = { ...good, signingKey: { ...entry.signingKey, d: entry.id } };
  await expectProblem(post(server, paths.enrolments, withPrivateHalf), 'malformed-request');
  await expectProblem(post(server, paths.enrolments, { ...good, more: 1 }), 'malformed-request');
  const notJson = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' };
  await expectProblem(server.app.request(paths.enrolments, notJson), 'malformed-request');
  const form = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' };
  await expectProblem(server.app.request(paths.enrolments, form), 'malformed-request');
  await expectProblem(server.app.request(paths.enrolments, { method: 'POST' }), 'malformed-request');
  const huge = { ...good, codeId: 'x'.repeat(wireLimits.jsonBodyBytes) };
  await expectProblem(post(server, paths.enrolments, huge), 'body-too-large');
});

it('lets only the administrator add codes and see who waits', async () => {
  const server = await openTestServer();
  await expectProblem(post(server, paths.enrolmentCodes, {}), 'not-authorised');
  await expectProblem(server.app.request(paths.pendingStations), 'not-authorised');
});

it('refuses another code under an id that is taken', async () => {
  const server = await openTestServer({ services: { nowMs: () => startMs } });
  const codeId = await addCode(server);
  const code = { codeIds: [codeId], stationCode: sampleStationCode, expiresAt: new Date(startMs).toISOString() };
  await expectProblem(post(server, paths.enrolmentCodes, code, server.administrator), 'malformed-request');
});
