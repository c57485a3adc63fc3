import { expect, it } from 'vitest';
import { paths } from '../../../src/protocol/http';
import { makeEnvelope, makeStation, stationAuthorization, uploadOf } from '../support/station';
import { openTestServer } from '../support/test-server';

it('logs pattern, status, code and ids, and nothing that a request carries', async () => {
  const server = await openTestServer();
  const station = await makeStation();
  await server.publish(station.entry);
  const envelope = await makeEnvelope(station);
  await server.app.request(...uploadOf(envelope, { 'X-Forwarded-For': '192.0.2.77' }));
  expect(server.log.at(-1)).toMatchObject({
    method: 'PUT',
    route: '/api/v1/envelopes/:envelopeId',
    status: 201,
    envelopeId: envelope.manifest.envelopeId,
    stationId: station.entry.id,
  });
  await server.app.request('/%E8%A6%8B%E6%9C%AC?name=taro');
  const headers = await stationAuthorization(station, 'GET', paths.configuration);
  await server.app.request(`${paths.configuration}?name=taro`, { headers });
  await server.app.request(paths.envelopes, { headers: server.administrator });
  expect(server.log.at(-1)).toMatchObject({ route: paths.envelopes });
  const known = ['level', 'time', 'requestId', 'method', 'route', 'status', 'ms', 'problem', 'envelopeId', 'stationId'];
  for (const line of server.log) expect(known).toEqual(expect.arrayContaining(Object.keys(line)));
  const text = JSON.stringify(server.log);
  const carried = [
    'taro',
    '見本',
    '%E8',
    '192.0.2',
    envelope.manifestJws,
    headers.Authorization,
    server.office.administratorToken,
  ];
  for (const secret of carried) expect(text).not.toContain(secret);
});

it('logs an internal failure with its stack, beside the request’s own line', async () => {
  const server = await openTestServer();
  await server.storage.close();
  await server.app.request(paths.envelopes, { headers: server.administrator });
  const [failure, request] = server.log.slice(-2);
  expect(failure?.requestId).toBe(request?.requestId);
  expect(failure?.stack).toContain('destroyed');
  expect(request).toMatchObject({ status: 500, problem: 'internal' });
});
