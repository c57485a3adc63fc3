import { expect, it } from 'vitest';
import { paths } from '../../../src/protocol/http';
import { voidListSchema } from '../../../src/protocol/void/void';
import { verifyReceipt } from '../../../src/sealing/receipt';
import { sha256 } from '../../../src/sealing/digest';
import { otherMunicipality, sampleStationCode } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import {
  makeEnvelope,
  makeStation,
  stationAuthorization,
  type TestEnvelope,
  type TestStation,
  uploadOf,
} from '../support/station';
import { makeOffice } from '../support/office';
import { openTestServer, provision, type TestServer } from '../support/test-server';
import { officeVoid, stationVoid, voidOf, voidRequest } from '../support/void';

async function delivered(server: TestServer): Promise<{ station: TestStation; envelope: TestEnvelope }> {
  const station = await makeStation();
  await server.publish(station.entry);
  const envelope = await makeEnvelope(station);
  await server.app.request(...uploadOf(envelope));
  return { station, envelope };
}

async function listed({ app, administrator }: TestServer) {
  return voidListSchema.parse(await (await app.request(paths.voids, { headers: administrator })).json()).voids;
}

it('takes a void by the issuing station with a receipt for exactly this void, and gives the same again', async () => {
  const server = await openTestServer();
  const { station, envelope } = await delivered(server);
  const signed = await stationVoid(station, envelope.manifest);
  const answer = await server.app.request(...voidRequest(envelope.manifest, signed));
  expect(answer.status).toBe(201);
  const receiptJws = await answer.text();
  const { envelopeId, stationId } = envelope.manifest;
  const serverKeys = [{ kid: server.receiptKey.signer.kid, key: server.receiptKey.key }];
  expect(await verifyReceipt(receiptJws, { envelopeId, stationId, digest: signed.digest }, serverKeys)).toBeDefined();
  expect(await verifyReceipt(receiptJws, envelope.manifest, serverKeys), 'never the receipt of the envelope').toBeUndefined();
  const again = await server.app.request(...voidRequest(envelope.manifest, signed));
  expect([again.status, await again.text()]).toEqual([200, receiptJws]);
  expect(await listed(server)).toEqual([{ envelopeId, void: signed.voidJws, isAfterSecured: false }]);
});

it('takes a void by the office, and by a revoked station of its own envelopes', async () => {
  const server = await openTestServer();
  const { station, envelope } = await delivered(server);
  const other = await makeEnvelope(station);
  await server.publish({ ...station.entry, state: 'revoked' });
  const byOffice = await officeVoid(server.office.configurationKey.signer, envelope.manifest);
  expect((await server.app.request(...voidRequest(envelope.manifest, byOffice))).status).toBe(201);
  expect((await server.app.request(...(await voidOf(station, other.manifest)))).status).toBe(201);
});

it('takes none by another station, another office, an unknown or an unconfirmed station', async () => {
  const server = await openTestServer();
  const { station, envelope } = await delivered(server);
  const other = await makeStation();
  await server.publish(station.entry, other.entry);
  const put = async (signed: Awaited<ReturnType<typeof stationVoid>>) =>
    server.app.request(...voidRequest(envelope.manifest, signed));
  await expectProblem(put(await stationVoid(other, envelope.manifest)), 'void-invalid');
  const asIfOwn = { ...envelope.manifest, stationId: other.keys.stationId };
  await expectProblem(put(await stationVoid(other, asIfOwn)), 'void-not-allowed');
  await expectProblem(put(await stationVoid(await makeStation(), envelope.manifest)), 'unknown-station');
  const foreign = await openTestServer();
  const byForeign = await officeVoid(foreign.office.configurationKey.signer, envelope.manifest);
  await expectProblem(put(byForeign), 'unknown-station');
  expect(await listed(server)).toEqual([]);
});

it('takes none by a station of an envelope that another municipality collected, though both are served here', async () => {
  const server = await openTestServer();
  await provision(server.storage, await makeOffice(otherMunicipality));
  const station = await makeStation();
  await server.publish(station.entry);
  const { manifest } = await makeEnvelope(station);
  await expectProblem(
    server.app.request(...(await voidOf(station, { ...manifest, collectedBy: otherMunicipality }))),
    'void-invalid',
  );
  expect((await server.app.request(...(await voidOf(station, manifest)))).status).toBe(201);
});

it('takes none by a station that enrolled and was not confirmed yet', async () => {
  const server = await openTestServer();
  const station = await makeStation();
  const codeId = await sha256(crypto.getRandomValues(new Uint8Array(16)));
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const post = (path: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json', ...server.administrator };
    return server.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  await post(paths.enrolmentCodes, { codeIds: [codeId], stationCode: sampleStationCode, expiresAt });
  const { signingKey, agreementKey } = station.entry;
  expect((await post(paths.enrolments, { codeId, signingKey, agreementKey })).ok).toBe(true);
  const { manifest } = await makeEnvelope(station);
  await expectProblem(server.app.request(...(await voidOf(station, manifest))), 'station-pending');
});

it('is for this id only, and lists for the administrator only', async () => {
  const server = await openTestServer();
  const { station, envelope } = await delivered(server);
  const other = await makeEnvelope(station);
  const [path] = voidRequest(other.manifest, await stationVoid(station, other.manifest));
  const [, init] = await voidOf(station, envelope.manifest);
  await expectProblem(server.app.request(path, init), 'void-invalid');
  await expectProblem(server.app.request(paths.voids), 'not-authorised');
});

it('tells a station what the office voided of its envelopes, and of those it sealed before it was enrolled again', async () => {
  const server = await openTestServer();
  const { station, envelope } = await delivered(server);
  const [present, elsewhere] = [await makeStation(), await makeStation()];
  await server.publish({ ...station.entry, state: 'revoked' }, present.entry);
  const byOffice = await officeVoid(server.office.configurationKey.signer, envelope.manifest);
  await server.app.request(...voidRequest(envelope.manifest, byOffice));
  await server.app.request(...(await voidOf(station, (await makeEnvelope(station)).manifest)));
  const ask = async (caller: TestStation, query = '') => {
    const headers = await stationAuthorization(caller, 'GET', paths.officeVoids);
    return server.app.request(`${paths.officeVoids}${query}`, { headers });
  };
  const told = { voids: [byOffice.voidJws], next: null };
  expect(await (await ask(station)).json()).toEqual(told);
  expect(await (await ask(present)).json()).toEqual({ voids: [], next: null });
  expect(await (await ask(present, `?of=${station.keys.stationId}&after=`)).json()).toEqual(told);
  await expectProblem(ask(elsewhere), 'unknown-station');
  await expectProblem(ask(present, '?after=no-id'), 'malformed-request');
});
