import { expect, it } from 'vitest';
import { paths } from '../../../src/protocol/http';
import { expectProblem } from '../support/expect-problem';
import { makeEnvelope, makeStation, stationAuthorization, type TestStation, uploadOf } from '../support/station';
import { openTestServer, type TestServer } from '../support/test-server';
import { voidOf } from '../support/void';

async function ask(
  { app }: TestServer,
  station: TestStation,
  envelopeIds: readonly string[],
  voidIds?: readonly string[],
): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...(await stationAuthorization(station, 'POST', paths.custody)) };
  return app.request(paths.custody, { method: 'POST', headers, body: JSON.stringify({ envelopeIds, voidIds }) });
}

it('names everything that a server restored from an older state lacks', async () => {
  const [server, restored, station] = [await openTestServer(), await openTestServer(), await makeStation()];
  await server.publish(station.entry);
  await restored.publish(station.entry);
  const envelope = await makeEnvelope(station);
  await server.app.request(...uploadOf(envelope));
  const { envelopeId } = envelope.manifest;
  expect(await (await ask(server, station, [envelopeId])).json()).toEqual({ lacking: [], secured: [] });
  expect(await (await ask(restored, station, [envelopeId])).json()).toEqual({ lacking: [envelopeId], secured: [] });
  expect((await restored.app.request(...uploadOf(envelope))).status).toBe(201);
});

it('does not lack what a tablet delivered before it was enrolled again', async () => {
  const [server, former, present] = [await openTestServer(), await makeStation(), await makeStation()];
  await server.publish({ ...former.entry, state: 'revoked' }, present.entry);
  const envelope = await makeEnvelope(former);
  await server.app.request(...uploadOf(envelope));
  expect(await (await ask(server, present, [envelope.manifest.envelopeId])).json()).toEqual({ lacking: [], secured: [] });
});

it('answers a revoked station, because it may still deliver, and no unknown one', async () => {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish({ ...station.entry, state: 'revoked' });
  expect((await ask(server, station, [])).status).toBe(200);
  await expectProblem(ask(server, await makeStation(), []), 'unknown-station');
  await expectProblem(ask(server, station, ['no id']), 'malformed-request');
});

it('names the voids that it lacks where it is asked, and says nothing of voids to a tablet that does not know them', async () => {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish(station.entry);
  const [voided, other] = [await makeEnvelope(station), await makeEnvelope(station)];
  for (const envelope of [voided, other]) await server.app.request(...uploadOf(envelope));
  expect((await server.app.request(...(await voidOf(station, voided.manifest)))).status).toBe(201);
  const ids = [voided, other].map(({ manifest }) => manifest.envelopeId);
  expect(await (await ask(server, station, [], ids)).json()).toEqual({ lacking: [], secured: [], lackingVoids: [ids[1]] });
  expect(await (await ask(server, station, ids, [])).json()).toEqual({ lacking: [], secured: [], lackingVoids: [] });
  expect(await (await ask(server, station, ids)).json()).toEqual({ lacking: [], secured: [] });
  await expectProblem(ask(server, station, [], ['no id']), 'malformed-request');
});
