import { expect, it } from 'vitest';
import { donePath, envelopePath, securedPath } from '../../../src/protocol/http';
import { purgeDone } from '../../../src/server/retention/purge-done';
import { sampleMunicipality } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { provisionedFolder, publishStation, start } from '../support/running-server';
import { makeEnvelope, makeStation, uploadOf } from '../support/station';
import { openTestServer } from '../support/test-server';

/** What the office says of an envelope that it has and has finished with. */
const lastWords = [securedPath, donePath];
const dayMs = 24 * 60 * 60 * 1000;

it('keeps the sealed bytes for so many days after the office was done, to the millisecond, and for ever before', async () => {
  let nowMs = Date.now();
  const server = await openTestServer({ services: { nowMs: () => nowMs } });
  const { app, storage, administrator } = server;
  const station = await makeStation();
  await server.publish(station.entry);
  const [done, open] = [await makeEnvelope(station), await makeEnvelope(station)];
  for (const envelope of [done, open]) expect((await app.request(...uploadOf(envelope))).status).toBe(201);
  const { envelopeId } = done.manifest;
  nowMs += 5 * dayMs;
  for (const path of lastWords) {
    expect((await app.request(path(envelopeId), { method: 'POST', headers: administrator })).status).toBe(204);
  }
  expect(await purgeDone(storage, { keepDays: 30, nowMs: nowMs + 30 * dayMs - 1 })).toBe(0);
  expect((await app.request(envelopePath(envelopeId), { headers: administrator })).status).toBe(200);
  expect(await purgeDone(storage, { keepDays: 30, nowMs: nowMs + 30 * dayMs })).toBe(1);
  await expectProblem(app.request(envelopePath(envelopeId), { headers: administrator }), 'not-found');
  expect(await purgeDone(storage, { keepDays: 0, nowMs: nowMs + 9999 * dayMs })).toBe(0);
  expect(await storage.envelopes.findBytes(sampleMunicipality, open.manifest.envelopeId)).toEqual(open.bytes);
});

it('is the administrator’s word alone', async () => {
  const server = await openTestServer();
  const { app, administrator } = server;
  const station = await makeStation();
  await server.publish(station.entry);
  const envelope = await makeEnvelope(station);
  await app.request(...uploadOf(envelope));
  const { envelopeId } = envelope.manifest;
  await expectProblem(app.request(donePath(envelopeId), { method: 'POST' }), 'not-authorised');
  await expectProblem(
    app.request(donePath(crypto.randomUUID()), { method: 'POST', headers: administrator }),
    'malformed-request',
  );
  const other = (await makeEnvelope(station)).manifest.envelopeId;
  await expectProblem(app.request(donePath(other), { method: 'POST', headers: administrator }), 'not-found');
});

it('is done by the server itself', async () => {
  const { settings, office } = await provisionedFolder();
  const first = await start(settings);
  const station = await publishStation(first.url, office);
  const envelope = await makeEnvelope(station);
  const [path, init] = uploadOf(envelope);
  expect((await fetch(first.url + path, init)).status).toBe(201);
  const headers = { Authorization: `Bearer ${office.administratorToken}` };
  for (const said of lastWords) {
    expect((await fetch(first.url + said(envelope.manifest.envelopeId), { method: 'POST', headers })).status).toBe(204);
  }
  await first.close();
  let note: (line: string) => void = () => undefined;
  const noted = new Promise<string>((resolve) => (note = resolve));
  const write = (line: string): void => {
    if (line.includes('purged')) note(line);
  };
  const second = await start({ ...settings, keepDoneDays: 0, log: { write } });
  expect(JSON.parse(await noted)).toMatchObject({ purged: 1 });
  expect((await fetch(second.url + path, { headers })).status).toBe(404);
});
