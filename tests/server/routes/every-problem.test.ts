import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { donePath, paths, securedPath, voidPath } from '../../../src/protocol/http';
import { wireLimits } from '../../../src/protocol/limits';
import { type ProblemCode, problemCodes } from '../../../src/protocol/problem';
import { sha256 } from '../../../src/sealing/digest';
import { sampleDigest, sampleEnvelopeId, sampleStationCode } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { signedConfiguration } from '../support/office';
import { makeEnvelope, makeStation, stationAuthorization, type TestStation, uploadOf } from '../support/station';
import { voidOf } from '../support/void';
import { openTestServer, type TestServer } from '../support/test-server';

type Way = (server: TestServer) => Promise<Response>;

const hour = 60 * 60_000;

async function addCode({ app, administrator }: TestServer, expiresAtMs = Date.now() + hour): Promise<string> {
  const codeId = await sha256(crypto.getRandomValues(new Uint8Array(16)));
  const code = { codeIds: [codeId], stationCode: sampleStationCode, expiresAt: new Date(expiresAtMs).toISOString() };
  const answer = await postJson(app, paths.enrolmentCodes, code, administrator);
  expect(answer.status).toBe(204);
  return codeId;
}

async function postJson(
  app: TestServer['app'],
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const all = { 'Content-Type': 'application/json', ...headers };
  return app.request(path, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

function enrol({ app }: TestServer, codeId: string, { entry }: TestStation): Promise<Response> {
  return postJson(app, paths.enrolments, { codeId, signingKey: entry.signingKey, agreementKey: entry.agreementKey });
}

async function configurationFor({ app }: TestServer, station: TestStation): Promise<Response> {
  return app.request(paths.configuration, { headers: await stationAuthorization(station, 'GET', paths.configuration) });
}

/** A station's envelope that was never fetched is said to be done. */
async function sayDone({ app, administrator }: TestServer, station: TestStation): Promise<Response> {
  const envelope = await makeEnvelope(station);
  await app.request(...uploadOf(envelope));
  return app.request(donePath(envelope.manifest.envelopeId), { method: 'POST', headers: administrator });
}

async function listed(server: TestServer): Promise<TestStation> {
  const station = await makeStation();
  await server.publish(station.entry);
  return station;
}

/** One way to each problem. The type asks for a way as soon as a code is added. */
const ways: Record<ProblemCode, Way> = {
  'malformed-request': ({ app }) => postJson(app, paths.enrolments, { codeId: 'short' }),
  'unknown-station': async (server) => configurationFor(server, await makeStation()),
  'not-authorised': async ({ app }) => app.request(paths.envelopes, { headers: { Authorization: 'Bearer wrong' } }),
  'station-pending': async (server) => {
    const station = await makeStation();
    await enrol(server, await addCode(server), station);
    return configurationFor(server, station);
  },
  'station-revoked': async (server) => {
    const station = await makeStation();
    await server.publish({ ...station.entry, state: 'revoked' });
    return configurationFor(server, station);
  },
  'not-found': async ({ app, administrator }) =>
    app.request(securedPath(sampleEnvelopeId), { method: 'POST', headers: administrator }),
  'enrolment-code-unknown': async (server) => enrol(server, await sha256(new Uint8Array(16)), await makeStation()),
  'envelope-conflict': async (server) => {
    const station = await listed(server);
    const { envelopeId } = (await makeEnvelope(station)).manifest;
    await server.app.request(...uploadOf(await makeEnvelope(station, { envelopeId })));
    return server.app.request(...uploadOf(await makeEnvelope(station, { envelopeId })));
  },
  'void-not-allowed': async (server) => {
    const station = await listed(server);
    const envelope = await makeEnvelope(station);
    await server.app.request(...uploadOf(envelope));
    return server.app.request(...(await voidOf(station, { ...envelope.manifest, sequence: 999, digest: sampleDigest })));
  },
  'void-invalid': ({ app }) => Promise.resolve(app.request(voidPath(sampleEnvelopeId), { method: 'PUT', body: 'a.b.c' })),
  'envelope-not-secured': async (server) => sayDone(server, await listed(server)),
  'envelope-held': async (server) => {
    const station = await makeStation();
    await server.publish({ ...station.entry, state: 'revoked' });
    return sayDone(server, station);
  },
  'enrolment-code-used': async (server) => {
    const codeId = await addCode(server);
    await enrol(server, codeId, await makeStation());
    return enrol(server, codeId, await makeStation());
  },
  'configuration-stale': async (server) => {
    await server.publish();
    await server.publish();
    const body = await signedConfiguration(server.office, [], { version: 1 });
    return server.app.request(paths.configuration, { method: 'PUT', headers: server.administrator, body });
  },
  'enrolment-code-expired': async (server) => enrol(server, await addCode(server, Date.now() - 1), await makeStation()),
  'body-too-large': async ({ app, administrator }) =>
    app.request(paths.configuration, {
      method: 'PUT',
      headers: administrator,
      body: 'x'.repeat(wireLimits.configurationBytes + 1),
    }),
  'manifest-invalid': async (server) => {
    const [path, init] = uploadOf(await makeEnvelope(await listed(server)));
    return server.app.request(path, { ...init, headers: {} });
  },
  'digest-mismatch': async (server) => {
    const [path, init] = uploadOf(await makeEnvelope(await listed(server)));
    return server.app.request(path, { ...init, body: 'other bytes' });
  },
  'configuration-invalid': ({ app, administrator }) =>
    Promise.resolve(app.request(paths.configuration, { method: 'PUT', headers: administrator, body: 'a.b.c' })),
  'too-many-requests': async (server) => {
    const station = await makeStation();
    let answer = await enrol(server, await sha256(new Uint8Array(1)), station);
    for (let count = 0; count < 500 && answer.status === 404; count += 1) {
      answer = await enrol(server, await sha256(new Uint8Array(1)), station);
    }
    return answer;
  },
  internal: async ({ app, storage }) => {
    await storage.close();
    return app.request(paths.envelopes, { headers: { Authorization: 'Bearer any' } });
  },
  unavailable: async (server) => {
    const station = await listed(server);
    const other = new BetterSqlite(join(server.folder, 'madoguchi.sqlite'));
    other.exec('begin immediate');
    const answer = await server.app.request(...uploadOf(await makeEnvelope(station)));
    other.close();
    return answer;
  },
  'storage-full': async (server) => {
    const station = await listed(server);
    return server.app.request(...uploadOf(await makeEnvelope(station, {}, new Uint8Array(900_000))));
  },
};

it.each(problemCodes)('answers %s where it is due, and logs the code', async (code) => {
  const server = await openTestServer({ sqlite: { lockTimeoutMs: 1, maxPages: 60 } });
  const answer = await expectProblem(ways[code](server), code);
  expect(server.log.at(-1)).toMatchObject({ problem: code, status: answer.status });
});

it.each(['too-many-requests', 'unavailable', 'storage-full'] as const)('says with %s when to try again', async (code) => {
  const server = await openTestServer({ sqlite: { lockTimeoutMs: 1, maxPages: 60 } });
  const answer = await ways[code](server);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('tells nothing about an internal failure', async () => {
  const server = await openTestServer();
  const answer = await ways.internal(server);
  expect(Object.keys((await answer.json()) as object).sort()).toEqual(['code', 'status', 'title', 'type']);
});
