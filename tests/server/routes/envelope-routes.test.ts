import { expect, it } from 'vitest';
import { custodyAnswerSchema, type EnvelopeList, envelopeListSchema } from '../../../src/protocol/envelopes';
import {
  contentDigestHeader,
  envelopeMediaType,
  envelopePath,
  jwsMediaType,
  manifestHeader,
  paths,
  receiptHeader,
  securedPath,
} from '../../../src/protocol/http';
import { wireLimits } from '../../../src/protocol/limits';
import { contentDigest, sha256 } from '../../../src/sealing/digest';
import { verifyReceipt } from '../../../src/sealing/receipt';
import { findBreak } from '../../../src/server/storage/audit';
import { otherMunicipality } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { makeOffice } from '../support/office';
import {
  makeEnvelope,
  makeStation,
  stationAuthorization,
  type TestEnvelope,
  type TestStation,
  uploadOf,
} from '../support/station';
import { openTestServer, provision, type TestServer } from '../support/test-server';

async function openWithStation(): Promise<{ server: TestServer; station: TestStation }> {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish(station.entry);
  return { server, station };
}

async function upload({ app }: TestServer, envelope: TestEnvelope, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(...uploadOf(envelope, headers));
}

function receiptIn(jws: string, { manifest }: TestEnvelope, { receiptKey }: TestServer) {
  return verifyReceipt(jws, manifest, [{ kid: receiptKey.signer.kid, key: receiptKey.key }]);
}

async function listEnvelopes({ app, administrator }: TestServer, query = ''): Promise<EnvelopeList> {
  return envelopeListSchema.parse(await (await app.request(`${paths.envelopes}${query}`, { headers: administrator })).json());
}

it('answers a new envelope with a receipt that verifies and carries the head of the audit chain', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  const answer = await upload(server, envelope, { [contentDigestHeader]: contentDigest(envelope.manifest.digest) });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-type')).toBe(jwsMediaType);
  const receipt = await receiptIn(await answer.text(), envelope, server);
  const events = await server.storage.audit.list(server.office.code);
  expect(receipt).toMatchObject({ state: 'stored', auditHead: events.at(-1)?.hash });
  expect(findBreak(events)).toBeUndefined();
});

it('repeats the first receipt byte for byte, also for a manifest signed anew', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  const first = await (await upload(server, envelope)).text();
  const resigned = await makeEnvelope(station, envelope.manifest, envelope.bytes);
  expect(resigned.manifestJws).not.toBe(envelope.manifestJws);
  for (const again of [envelope, resigned]) {
    const answer = await upload(server, again);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(first);
  }
});

it('makes one row and one receipt of eight identical uploads at once', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  const answers = await Promise.all(Array.from({ length: 8 }, () => upload(server, envelope)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 201]);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect((await listEnvelopes(server)).envelopes).toHaveLength(1);
});

it('holds the envelopes of a revoked station, and says so in the receipt', async () => {
  const { server, station } = await openWithStation();
  await server.publish({ ...station.entry, state: 'revoked' });
  const envelope = await makeEnvelope(station);
  const answer = await upload(server, envelope);
  expect(answer.status).toBe(201);
  expect(await receiptIn(await answer.text(), envelope, server)).toMatchObject({ state: 'held' });
  expect((await server.storage.audit.list(server.office.code)).at(-1)?.kind).toBe('envelopeHeld');
});

it('refuses a manifest that is not of this station, this id or these municipalities', async () => {
  const { server, station } = await openWithStation();
  const thief = await makeStation();
  const forged = await makeEnvelope(thief, { stationId: station.entry.id });
  await expectProblem(upload(server, forged), 'unknown-station');
  const good = await makeEnvelope(station);
  const [path] = uploadOf(await makeEnvelope(station));
  await expectProblem(server.app.request(path, uploadOf(good)[1]), 'manifest-invalid');
  const elsewhere = await makeEnvelope(station, { destination: otherMunicipality });
  await expectProblem(upload(server, elsewhere), 'manifest-invalid');
  await provision(server.storage, await makeOffice(otherMunicipality));
  expect((await upload(server, elsewhere)).status).toBe(201);
  await expectProblem(upload(server, await makeEnvelope(station, { collectedBy: otherMunicipality })), 'manifest-invalid');
  const long = { [manifestHeader]: `${good.manifestJws}${'A'.repeat(wireLimits.manifestBytes)}` };
  await expectProblem(upload(server, good, long), 'manifest-invalid');
  const tampered = good.manifestJws.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`);
  await expectProblem(upload(server, good, { [manifestHeader]: tampered }), 'manifest-invalid');
});

it('refuses bytes, lengths and digests that are not the manifest’s, and leaves nothing', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  const [path, init] = uploadOf(envelope);
  const flipped = envelope.bytes.map((byte, index) => (index === 17 ? byte ^ 1 : byte));
  const bodies = [flipped, envelope.bytes.slice(1), new Uint8Array([...envelope.bytes, 0]), null];
  for (const body of bodies) await expectProblem(server.app.request(path, { ...init, body }), 'digest-mismatch');
  const otherDigest = contentDigest(await sha256(flipped));
  await expectProblem(upload(server, envelope, { [contentDigestHeader]: otherDigest }), 'digest-mismatch');
  const mixed = `sha-512=:AAAA:, ${contentDigest(envelope.manifest.digest)}`;
  expect((await listEnvelopes(server)).envelopes).toEqual([]);
  expect((await upload(server, envelope, { [contentDigestHeader]: mixed })).status).toBe(201);
});

it('refuses an id that is none, and a body declared larger than any envelope', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  await expectProblem(server.app.request(envelopePath('12345'), uploadOf(envelope)[1]), 'malformed-request');
  const large = { 'Content-Length': String(wireLimits.envelopeBytes + 1) };
  await expectProblem(upload(server, envelope, large), 'body-too-large');
});

it('gives the office its list by pages, the very bytes, and custody back to the station', async () => {
  const { server, station } = await openWithStation();
  const { app, administrator } = server;
  const envelopes = [await makeEnvelope(station), await makeEnvelope(station), await makeEnvelope(station)];
  for (const envelope of envelopes) await upload(server, envelope);
  const ids = envelopes.map(({ manifest }) => manifest.envelopeId) as [string, string, string];
  const firstPage = await listEnvelopes(server, '?limit=2');
  expect(firstPage.envelopes.map(({ envelopeId }) => envelopeId)).toEqual(ids.slice(0, 2));
  const secondPage = await listEnvelopes(server, `?limit=2&after=${firstPage.next ?? ''}`);
  expect(secondPage).toMatchObject({ envelopes: [{ envelopeId: ids[2], isSecured: false }], next: null });

  const fetched = await app.request(envelopePath(ids[0]), { headers: administrator });
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(envelopes[0]?.bytes);
  expect(fetched.headers.get('content-type')).toBe(envelopeMediaType);
  expect(fetched.headers.get(manifestHeader)).toBe(envelopes[0]?.manifestJws);
  expect(fetched.headers.get(receiptHeader)).toBe(firstPage.envelopes[0]?.receipt);

  expect((await app.request(securedPath(ids[1]), { method: 'POST', headers: administrator })).status).toBe(204);
  const { envelopeId: lacking } = (await makeEnvelope(station)).manifest;
  const asked = await app.request(paths.custody, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(await stationAuthorization(station, 'POST', paths.custody)) },
    body: JSON.stringify({ envelopeIds: [...ids, lacking] }),
  });
  expect(custodyAnswerSchema.parse(await asked.json())).toEqual({ lacking: [lacking], secured: [ids[1]] });
});

it('shows one municipality’s envelopes to no other’s administrator', async () => {
  const { server, station } = await openWithStation();
  const envelope = await makeEnvelope(station);
  await upload(server, envelope);
  const neighbour = await makeOffice(otherMunicipality);
  await provision(server.storage, neighbour);
  const headers = { Authorization: `Bearer ${neighbour.administratorToken}` };
  const { envelopeId } = envelope.manifest;
  expect(await (await server.app.request(paths.envelopes, { headers })).json()).toEqual({ envelopes: [], next: null });
  await expectProblem(server.app.request(envelopePath(envelopeId), { headers }), 'not-found');
  await expectProblem(server.app.request(securedPath(envelopeId), { method: 'POST', headers }), 'not-found');
});

it.each(['?limit=0', '?limit=501', '?limit=x', '?after=-1', '?after=1e3'])('refuses the page %s', async (query) => {
  const { app, administrator } = await openTestServer();
  await expectProblem(app.request(`${paths.envelopes}${query}`, { headers: administrator }), 'malformed-request');
});

it('lets nobody read or mark envelopes without the administrator’s token', async () => {
  const { server, station } = await openWithStation();
  const { envelopeId } = (await makeEnvelope(station)).manifest;
  for (const path of [paths.envelopes, envelopePath(envelopeId)]) {
    await expectProblem(server.app.request(path), 'not-authorised');
    const headers = await stationAuthorization(station, 'GET', path);
    await expectProblem(server.app.request(path, { headers }), 'not-authorised');
  }
  await expectProblem(server.app.request(securedPath(envelopeId), { method: 'POST' }), 'not-authorised');
});
