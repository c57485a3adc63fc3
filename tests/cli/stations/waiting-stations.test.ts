import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { administratorClient } from '../../../src/cli/client/administrator-client';
import { listWaitingStations } from '../../../src/cli/stations/waiting-stations';
import { makeStationKeys, publicKeyOf } from '../../../src/sealing/station-keys';
import { officeWithServer } from '../support/office-with-server';
import { enrolTablet } from '../support/tablet';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serverAnswering(body: object): Promise<string> {
  const server = createServer((_request, response) => response.end(JSON.stringify(body)));
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a key that a server puts in place of the tablet's gets other digits, or none", async () => {
  const { office, client, run, server } = await officeWithServer();
  const code = (await run(['enrol'])).terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const tablet = await enrolTablet(server.url, code);
  const [honest] = await listWaitingStations(office, client);
  expect(honest?.fingerprint).toBe(tablet.fingerprint);
  const thief = await makeStationKeys();
  const signingKey = await publicKeyOf(thief.signing);
  const judged = async (changes: object) => {
    const serverUrl = await serverAnswering({ pending: [{ ...honest?.station, ...changes }] });
    const [waiting] = await listWaitingStations(office, administratorClient({ serverUrl, token: 'any' }));
    return waiting?.fingerprint;
  };
  expect(await judged({ signingKey })).toBeUndefined();
  expect(await judged({ signingKey, stationId: thief.stationId })).not.toBe(tablet.fingerprint);
});
