import { describe, expect, it } from 'vitest';
import { envelopeMediaType, rosterPath } from '../../../src/protocol/http';
import { wireLimits } from '../../../src/protocol/limits';
import { sealRoster } from '../../../src/sealing/office/seal-roster';
import { sampleRoster } from '../../support/roster/sample-roster';
import { expectProblem } from '../support/expect-problem';
import { makeStation, stationAuthorization, type TestStation } from '../support/station';
import { openTestServer, type TestServer } from '../support/test-server';

const later = '2999-01-01T00:00:00Z';
const earlier = '2020-01-01T00:00:00Z';

async function put(server: TestServer, digest: string, body: string, destroyAt = later): Promise<Response> {
  const headers = { ...server.administrator, 'Content-Type': envelopeMediaType };
  return server.app.request(`${rosterPath(digest)}?destroyAt=${destroyAt}`, { method: 'PUT', headers, body });
}

async function get(server: TestServer, digest: string, station: TestStation): Promise<Response> {
  const path = rosterPath(digest);
  return server.app.request(path, { headers: await stationAuthorization(station, 'GET', path) });
}

async function serverWithStation(): Promise<{ server: TestServer; station: TestStation }> {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish(station.entry);
  return { server, station };
}

describe('a sealed roster', () => {
  it('goes from the office to a station byte for byte, and no further once it is removed', async () => {
    const { server, station } = await serverWithStation();
    const { armored, reference } = await sealRoster(sampleRoster());
    expect((await put(server, reference.digest, armored)).status).toBe(204);
    const answer = await get(server, reference.digest, station);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, envelopeMediaType, armored]);
    const remove = (): Response | Promise<Response> =>
      server.app.request(rosterPath(reference.digest), { method: 'DELETE', headers: server.administrator });
    expect((await remove()).status).toBe(204);
    await expectProblem(get(server, reference.digest, station), 'not-found');
    await expectProblem(remove(), 'not-found');
  });

  it('is not given out after its time', async () => {
    const { server, station } = await serverWithStation();
    const { armored, reference } = await sealRoster(sampleRoster());
    await put(server, reference.digest, armored, earlier);
    await expectProblem(get(server, reference.digest, station), 'not-found');
  });

  it('is put and destroyed by an administrator alone, and read by no revoked or unknown station', async () => {
    const { server } = await serverWithStation();
    const { armored, reference } = await sealRoster(sampleRoster());
    const path = `${rosterPath(reference.digest)}?destroyAt=${later}`;
    await expectProblem(server.app.request(path, { method: 'PUT', body: armored }), 'not-authorised');
    await expectProblem(server.app.request(path, { method: 'DELETE' }), 'not-authorised');
    await put(server, reference.digest, armored);
    const revoked = await makeStation();
    await server.publish({ ...revoked.entry, state: 'revoked' });
    await expectProblem(get(server, reference.digest, revoked), 'station-revoked');
    await expectProblem(get(server, reference.digest, await makeStation()), 'unknown-station');
  });

  it('is never anything that can be read: other texts, other bytes and too many are refused', async () => {
    const { server } = await serverWithStation();
    const { armored, reference } = await sealRoster(sampleRoster());
    await expectProblem(put(server, reference.digest, JSON.stringify(sampleRoster())), 'malformed-request');
    await expectProblem(put(server, reference.digest, `${armored}\n{"name":"見本 太郎"}`), 'malformed-request');
    await expectProblem(put(server, 'A'.repeat(43), armored), 'digest-mismatch');
    await expectProblem(put(server, reference.digest, armored, 'tomorrow'), 'malformed-request');
    await expectProblem(put(server, reference.digest, 'A'.repeat(wireLimits.rosterBytes + 1)), 'body-too-large');
  });
});
