import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envelopePath, jwsMediaType, paths } from '../../../src/protocol/http';
import { wireLimits } from '../../../src/protocol/limits';
import { provisionServer } from '../../../src/server/provision';
import { makeOffice, type Office, signedConfiguration } from '../../server/support/office';
import { makeEnvelope, makeStation, type TestEnvelope, type TestStation, uploadOf } from '../../server/support/station';
import { type Figure, figureOf, rounded } from '../figure';
import { type ServerProcess, startPlain, startServe } from './server-process';

const bodyBytes = 300_000;
const bodiesOf: Readonly<Record<number, number>> = { 1: 100, 8: 300, 32: 300 };
/** How much longer than writing, flushing and naming a file taking an envelope may take. */
const limitAgainstPlain = 1.5;
const largeBodies = 8;
const silenceLimitMs = 50;

/** The real server taking envelopes, beside a server that only writes, flushes and names each body. */
export async function* benchIntake(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-intake-'));
  const office = await makeOffice();
  const serverFolder = join(folder, 'server');
  const { code: municipality, configurationKey, administratorTokenDigest } = office;
  await provisionServer(serverFolder, { municipality, configurationKey: configurationKey.key, administratorTokenDigest });
  mkdirSync(join(folder, 'plain'));
  const servers = await Promise.all([startServe(serverFolder), startPlain(join(folder, 'plain'))]);
  try {
    const station = await publishStation(servers[0].url, office);
    for (const clients of [1, 8, 32]) yield await compare(servers, station, clients);
    yield await longestSilence(servers[0], station);
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publishStation(url: string, office: Office): Promise<TestStation> {
  const station = await makeStation();
  const headers = { Authorization: `Bearer ${office.administratorToken}`, 'Content-Type': jwsMediaType };
  const body = await signedConfiguration(office, [station.entry]);
  const answer = await fetch(url + paths.configuration, { method: 'PUT', headers, body });
  if (answer.status !== 204) throw new Error(`configuration: ${answer.status}`);
  return station;
}

async function compare([ours, plain]: readonly ServerProcess[], station: TestStation, clients: number): Promise<Figure> {
  const count = bodiesOf[clients] ?? 100;
  const envelopes = await makeEnvelopes(station, count, bodyBytes);
  const plainMs = await send(plain?.url ?? '', envelopes, clients);
  const oursMs = await send(ours?.url ?? '', envelopes, clients);
  const perSecond = (ms: number): number => rounded((count * 1000) / ms);
  return figureOf(`intake-against-plain-${clients}-clients`, oursMs / plainMs, limitAgainstPlain, {
    bodies: count,
    perSecond: perSecond(oursMs),
    plainPerSecond: perSecond(plainMs),
  });
}

async function makeEnvelopes(station: TestStation, count: number, bytes: number): Promise<TestEnvelope[]> {
  const envelopes: TestEnvelope[] = [];
  for (let index = 0; index < count; index += 1) envelopes.push(await makeEnvelope(station, {}, randomBytes(bytes)));
  return envelopes;
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let from = 0; from < count; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}

/** So many clients, each sending its next envelope when the last was acknowledged. Returns how long all took. */
async function send(url: string, envelopes: readonly TestEnvelope[], clients: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const left = [...envelopes];
  const startedAt = performance.now();
  const client = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await put(url, next, agent);
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return performance.now() - startedAt;
}

function put(url: string, envelope: TestEnvelope, agent: Agent): Promise<void> {
  const [path, { headers }] = uploadOf(envelope);
  return new Promise((resolve, reject) => {
    const upload = request(url + path, { method: 'PUT', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`${envelopePath(envelope.manifest.envelopeId)}: ${String(answer.statusCode)}`));
      });
    });
    upload.once('error', reject);
    upload.end(envelope.bytes);
  });
}

/** How long the server answers nobody at the most while it takes envelopes of the largest size. */
async function longestSilence(server: ServerProcess, station: TestStation): Promise<Figure> {
  const envelopes = await makeEnvelopes(station, largeBodies, wireLimits.envelopeBytes);
  let isSending = true;
  let longestMs = 0;
  const watch = async (): Promise<void> => {
    while (isSending) {
      const askedAt = performance.now();
      await (await fetch(`${server.url}/healthz`)).arrayBuffer();
      longestMs = Math.max(longestMs, performance.now() - askedAt);
    }
  };
  const watching = watch();
  await send(server.url, envelopes, 2);
  isSending = false;
  await watching;
  return figureOf('intake-longest-silence-ms', longestMs, silenceLimitMs, { bodies: largeBodies });
}
