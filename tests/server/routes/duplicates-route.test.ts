import { expect, it } from 'vitest';
import { mostEarlierApplications } from '../../../src/domain/application/duplicate';
import { mostDuplicateKeys } from '../../../src/protocol/duplicates/duplicate-tag';
import { paths } from '../../../src/protocol/http';
import { otherMunicipality } from '../../support/sample-application';
import { expectProblem } from '../support/expect-problem';
import { makeOffice, signedConfiguration } from '../support/office';
import { makeEnvelope, makeStation, stationAuthorization, type TestStation, uploadOf } from '../support/station';
import { openTestServer, provision, type TestServer } from '../support/test-server';

const tagOf = (letter: string): string => letter.repeat(43);
const tagged = (letter: string) => ({ duplicateTag: { tag: tagOf(letter), keyVersion: 1 } });

async function ask({ app }: TestServer, station: TestStation, tags: readonly string[]): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...(await stationAuthorization(station, 'POST', paths.duplicates)) };
  return app.request(paths.duplicates, { method: 'POST', headers, body: JSON.stringify({ tags }) });
}

it('tells one station when and where another took an application with the same tag, and not whose', async () => {
  const [server, one, another] = [await openTestServer(), await makeStation(), await makeStation()];
  await server.publish(one.entry, another.entry);
  const envelope = await makeEnvelope(one, tagged('a'));
  await server.app.request(...uploadOf(envelope));
  await server.app.request(...uploadOf(await makeEnvelope(one)));
  const { envelopeId, receptionNumber, openingId, day, sealedAt } = envelope.manifest;
  expect(await (await ask(server, another, [tagOf('b'), tagOf('a')])).json()).toEqual({
    earlier: [{ envelopeId, receptionNumber, openingId, day, sealedAt }],
  });
  expect(await (await ask(server, another, [tagOf('b')])).json()).toEqual({ earlier: [] });
});

it('tells nobody of another municipality', async () => {
  const [server, one, stranger] = [await openTestServer(), await makeStation(), await makeStation()];
  await server.publish(one.entry);
  await server.app.request(...uploadOf(await makeEnvelope(one, tagged('a'))));
  const office = await makeOffice(otherMunicipality);
  await provision(server.storage, office);
  const headers = { Authorization: `Bearer ${office.administratorToken}` };
  const body = await signedConfiguration(office, [stranger.entry]);
  expect((await server.app.request(paths.configuration, { method: 'PUT', headers, body })).status).toBe(204);
  expect(await (await ask(server, stranger, [tagOf('a')])).json()).toEqual({ earlier: [] });
});

it('tells nothing to a revoked, a pending or an unknown station, and takes only tags', async () => {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish({ ...station.entry, state: 'revoked' });
  await expectProblem(ask(server, station, [tagOf('a')]), 'station-revoked');
  await expectProblem(ask(server, await makeStation(), [tagOf('a')]), 'unknown-station');
  const active = await makeStation();
  await server.publish(active.entry);
  for (const tags of [[], ['98765432109876543210987'], Array.from({ length: mostDuplicateKeys + 1 }, () => tagOf('a'))]) {
    await expectProblem(ask(server, active, tags), 'malformed-request');
  }
});

it('names the newest only, of very many', async () => {
  const [server, station] = [await openTestServer(), await makeStation()];
  await server.publish(station.entry);
  for (let count = 0; count <= mostEarlierApplications; count += 1) {
    await server.app.request(...uploadOf(await makeEnvelope(station, tagged('a'))));
  }
  const { earlier } = (await (await ask(server, station, [tagOf('a')])).json()) as { earlier: unknown[] };
  expect(earlier).toHaveLength(mostEarlierApplications);
});
