import { expect, it } from 'vitest';
import { jwsMediaType, paths } from '../../../src/protocol/http';
import { verifyConfiguration } from '../../../src/sealing/configuration';
import { otherMunicipality } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { makeOffice, signedConfiguration } from '../support/office';
import { makeStation, stationAuthorization } from '../support/station';
import { openTestServer, type TestServer } from '../support/test-server';

async function put({ app, administrator }: TestServer, body: string): Promise<Response> {
  return app.request(paths.configuration, { method: 'PUT', headers: { ...administrator, 'Content-Type': jwsMediaType }, body });
}

it('gives a listed station the very text that the office signed, and 304 for the same again', async () => {
  const server = await openTestServer();
  const station = await makeStation();
  const jws = await signedConfiguration(server.office, [station.entry]);
  expect((await put(server, jws)).status).toBe(204);
  const authorization = await stationAuthorization(station, 'GET', paths.configuration);
  const answer = await server.app.request(paths.configuration, { headers: authorization });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(jwsMediaType);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe(jws);
  expect(await verifyConfiguration(jws, server.office.configurationKey.key)).toBeDefined();
  const etag = answer.headers.get('etag') ?? '';
  const again = await server.app.request(paths.configuration, { headers: { ...authorization, 'If-None-Match': `"x", ${etag}` } });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  expect(await again.text()).toBe('');
  await put(server, await signedConfiguration(server.office, [station.entry], { version: 2 }));
  const newer = await server.app.request(paths.configuration, { headers: { ...authorization, 'If-None-Match': etag } });
  expect(newer.status).toBe(200);
});

it('takes the current configuration again, and no other text of that version', async () => {
  const server = await openTestServer();
  const jws = await signedConfiguration(server.office, []);
  expect((await put(server, jws)).status).toBe(204);
  expect((await put(server, jws)).status).toBe(204);
  await expectProblem(put(server, await signedConfiguration(server.office, [])), 'configuration-stale');
});

it('refuses a configuration of another key, another municipality, or with a station under a false name', async () => {
  const server = await openTestServer();
  const [one, other] = [await makeStation(), await makeStation()];
  const impostor = await makeOffice();
  await expectProblem(put(server, await signedConfiguration(impostor, [])), 'configuration-invalid');
  const moved = await signedConfiguration({ ...server.office, code: otherMunicipality }, []);
  await expectProblem(put(server, moved), 'configuration-invalid');
  const renamed = { ...one.entry, id: other.entry.id };
  await expectProblem(put(server, await signedConfiguration(server.office, [renamed])), 'configuration-invalid');
  const twice = await signedConfiguration(server.office, [one.entry, one.entry]);
  await expectProblem(put(server, twice), 'configuration-invalid');
  await expectProblem(server.app.request(paths.configuration, { headers: server.administrator }), 'not-found');
});

it('accepts a station’s signature for this method and path only', async () => {
  const server = await openTestServer();
  const station = await makeStation();
  await server.publish(station.entry);
  const wrong = [
    await stationAuthorization(station, 'POST', paths.configuration),
    await stationAuthorization(station, 'GET', paths.custody),
    { Authorization: 'Madoguchi-Station a.b.c' },
    { Authorization: 'Madoguchi-Station' },
    {},
  ];
  for (const headers of wrong) await expectProblem(server.app.request(paths.configuration, { headers }), 'unknown-station');
  await expectProblem(server.app.request(paths.configuration, { headers: { Authorization: 'Bearer no' } }), 'not-authorised');
});

it('lets only the administrator publish', async () => {
  const { app, office } = await openTestServer();
  const station = await makeStation();
  const body = await signedConfiguration(office, [station.entry]);
  const headers = await stationAuthorization(station, 'PUT', paths.configuration);
  await expectProblem(app.request(paths.configuration, { method: 'PUT', headers, body }), 'not-authorised');
});
