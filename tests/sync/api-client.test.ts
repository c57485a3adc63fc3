import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { paths } from '../../src/protocol/http';
import { wireLimits } from '../../src/protocol/limits';
import { problemBody, problemMediaType } from '../../src/protocol/problem';
import { makeStationKeys, publicKeyOf, type StationKeys, verifyStationRequest } from '../../src/sealing/station-keys';
import { type ApiClient, createApiClient } from '../../src/sync/api-client';
import type { ExchangePorts } from '../../src/sync/http/exchange';
import {
  sampleDigest,
  sampleDocument,
  sampleEnvelopeId,
  sampleMunicipality,
  samplePublicKey,
  sampleStationCode,
} from '../support/sample-application';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function clientOf(answer: RequestListener, overrides: Partial<ExchangePorts> = {}): Promise<ApiClient> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return createApiClient({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fetch: (...request) => fetch(...request),
    nowMs: () => Date.now(),
    isOnline: () => true,
    timeoutSignal: () => new AbortController().signal,
    recordServerOffset: () => undefined,
    ...overrides,
  });
}

const fixed =
  (status: number, headers: Record<string, string>, body = ''): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
const asProblem = { 'Content-Type': problemMediaType };
const jose = { 'Content-Type': 'application/jose' };
const jws = 'header.payload.signature';
const upload = { envelopeId: sampleEnvelopeId, digest: sampleDigest, manifestJws: jws, bytes: new ArrayBuffer(8) };
const enrolment = { codeId: sampleDigest, signingKey: samplePublicKey, agreementKey: samplePublicKey };

let keys: StationKeys;
beforeAll(async () => {
  keys = await makeStationKeys();
});

describe('what is not our server is never taken for it', () => {
  it.each([
    ['a page with 200', fixed(200, { 'Content-Type': 'text/html' }, '<html></html>')],
    ['a receipt under a wrong type', fixed(200, { 'Content-Type': 'text/plain' }, jws)],
    ['the right type around something else', fixed(200, jose, 'not a receipt')],
    ['an empty 200', fixed(200, jose)],
    ['no content', fixed(204, {})],
    ['a redirect', fixed(302, { Location: 'http://portal.invalid/' })],
    ['a permanent redirect of uploads', fixed(308, { Location: 'http://portal.invalid/' })],
    ['a sign-in demand of the network', fixed(511, { 'Content-Type': 'text/html' }, 'sign in')],
    ['a refusal in another format', fixed(409, { 'Content-Type': 'text/html' }, 'conflict')],
    ['a refusal with an unknown code', fixed(409, asProblem, '{"type":"x","title":"x","status":409,"code":"nope"}')],
    [
      'a refusal whose status is not that of its code',
      fixed(409, { 'Content-Type': problemMediaType }, JSON.stringify(problemBody('digest-mismatch'))),
    ],
    ['not modified, when nothing was asked about', fixed(304, {})],
    ['an answer without end', fixed(200, jose, jws + 'a'.repeat(wireLimits.manifestBytes))],
    ['bytes that are no text', (_request, response) => void response.writeHead(200, jose).end(Buffer.from([0xff, 0xfe]))],
  ] as [string, RequestListener][])('%s', async (_what, answer) => {
    const client = await clientOf(answer);
    expect(await client.putEnvelope(upload)).toEqual({ kind: 'notOurServer' });
  });
});

describe('a proxy of ours, while the server is down,', () => {
  it.each([502, 503, 504])('means: come back later (%i)', async (status) => {
    const client = await clientOf(fixed(status, { 'Content-Type': 'text/html', 'Retry-After': '7' }, 'down'));
    expect(await client.putEnvelope(upload)).toEqual({ kind: 'problem', code: 'unavailable', retryAfterMs: 7000 });
  });
});

const oneOClock = 'Fri, 20 Nov 2026 01:00:00 GMT';

describe('Retry-After', () => {
  const busy = async (headers: Record<string, string>): Promise<unknown> => {
    const body = JSON.stringify(problemBody('too-many-requests'));
    const client = await clientOf(fixed(429, { 'Content-Type': problemMediaType, ...headers }, body));
    return client.putEnvelope(upload);
  };

  it.each([
    ['seconds', { 'Retry-After': '30' }, 30_000],
    ['a date, by the server’s own clock', { 'Retry-After': 'Fri, 20 Nov 2026 01:01:00 GMT', Date: oneOClock }, 60_000],
    ['no longer than an hour', { 'Retry-After': '999999' }, 3_600_000],
    ['nothing', {}, null],
    ['nonsense', { 'Retry-After': 'soon' }, null],
  ])('is read as %s', async (_how, headers, retryAfterMs) => {
    expect(await busy(headers as Record<string, string>)).toEqual({ kind: 'problem', code: 'too-many-requests', retryAfterMs });
  });
});

describe('a server that does not answer', () => {
  it('is given up after the time allowed', async () => {
    const timeout = new AbortController();
    const client = await clientOf(() => timeout.abort(), { timeoutSignal: () => timeout.signal });
    expect(await client.putEnvelope(upload)).toEqual({ kind: 'unreachable' });
  });

  it('is given up in the middle of its answer too', async () => {
    const timeout = new AbortController();
    const client = await clientOf(
      (_request, response) => {
        response.writeHead(200, jose);
        response.write('half', () => timeout.abort());
      },
      { timeoutSignal: () => timeout.signal },
    );
    expect(await client.putEnvelope(upload)).toEqual({ kind: 'unreachable' });
  });

  it('is left alone by whoever no longer wants it', async () => {
    const client = await clientOf(fixed(200, jose, jws));
    expect(await client.putEnvelope(upload, AbortSignal.abort())).toEqual({ kind: 'unreachable' });
  });
});

describe('the server’s clock', () => {
  it('is noted from its answers, refusals too', async () => {
    const offsets: number[] = [];
    const nowMs = Date.parse('2026-11-20T00:00:00Z');
    const client = await clientOf(fixed(503, { ...asProblem, Date: oneOClock }, JSON.stringify(problemBody('unavailable'))), {
      nowMs: () => nowMs,
      recordServerOffset: (offsetMs) => offsets.push(offsetMs),
    });
    await client.putEnvelope(upload);
    expect(offsets).toEqual([60 * 60_000 + 500]);
  });

  it('is not learnt from a portal', async () => {
    const offsets: number[] = [];
    const client = await clientOf(fixed(200, { 'Content-Type': 'text/html' }), { recordServerOffset: (ms) => offsets.push(ms) });
    await client.putEnvelope(upload);
    expect(offsets).toEqual([]);
  });
});

describe('requests in the station’s name', () => {
  it('are signed for exactly this method and path', async () => {
    const seen: { authorization: string; etag: string | undefined }[] = [];
    const client = await clientOf((request, response) => {
      seen.push({ authorization: request.headers.authorization ?? '', etag: request.headers['if-none-match'] });
      response.writeHead(200, { ...jose, ETag: '"2"' }).end(jws);
    });
    expect(await client.getConfiguration(keys, '"1"')).toEqual({ kind: 'configuration', jws, etag: '"2"' });
    const [scheme, token] = (seen[0]?.authorization ?? '').split(' ');
    const publicKey = await publicKeyOf(keys.signing);
    expect(scheme).toBe('Madoguchi-Station');
    expect(await verifyStationRequest(token ?? '', { method: 'GET', path: paths.configuration }, () => publicKey)).toBe(true);
    expect(seen[0]?.etag).toBe('"1"');
  });

  it('learn that nothing is new', async () => {
    const client = await clientOf(fixed(304, { ETag: '"1"' }));
    expect(await client.getConfiguration(keys, '"1"')).toEqual({ kind: 'notModified' });
  });
});

describe('the question about earlier applications', () => {
  const { receptionNumber, openingId, day } = sampleDocument();
  const earlier = { envelopeId: sampleEnvelopeId, receptionNumber, openingId, day, sealedAt: '2026-11-20T01:42:00.000Z' };

  it('is signed, holds the tags alone, and is given up soon', async () => {
    const [bodies, timeouts]: [string[], number[]] = [[], []];
    const client = await clientOf(
      (request, response) => {
        void text(request).then((body) => bodies.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`));
        expect(request.headers.authorization).toMatch(/^Madoguchi-Station /);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ earlier: [earlier] }));
      },
      { timeoutSignal: (timeoutMs) => (timeouts.push(timeoutMs), new AbortController().signal) },
    );
    expect(await client.askDuplicates(keys, [sampleDigest])).toEqual({ kind: 'answered', earlier: [earlier] });
    expect(bodies).toEqual([`POST ${paths.duplicates} ${JSON.stringify({ tags: [sampleDigest] })}`]);
    expect(timeouts).toEqual([5000]);
  });

  it('is not answered by a portal', async () => {
    for (const answer of ['{"earlier":[{}]}', '{}', '<html></html>']) {
      const client = await clientOf(fixed(200, { 'Content-Type': 'application/json' }, answer));
      expect(await client.askDuplicates(keys, [sampleDigest])).toEqual({ kind: 'notOurServer' });
    }
  });
});

describe('enrolment', () => {
  it('sends the request as it is and reads the answer', async () => {
    const known = { stationCode: sampleStationCode, municipality: sampleMunicipality, configurationKey: samplePublicKey };
    const answer = { stationId: keys.stationId, ...known };
    const bodies: unknown[] = [];
    const client = await clientOf((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          bodies.push(JSON.parse(Buffer.concat(chunks).toString()));
          response.writeHead(201, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
        });
    });
    expect(await client.enrol(enrolment)).toEqual({ kind: 'enrolled', answer });
    expect(bodies).toEqual([enrolment]);
  });

  it('takes no answer with more or less in it than agreed', async () => {
    const client = await clientOf(fixed(201, { 'Content-Type': 'application/json' }, '{"stationId":"x"}'));
    expect(await client.enrol(enrolment)).toEqual({ kind: 'notOurServer' });
  });
});

describe('a server that was restored', () => {
  it('is noticed at its next answer of any kind, once, and a proxy or a portal changes nothing', async () => {
    const answers = [
      fixed(201, { ...jose, 'Madoguchi-Epoch': 'e1' }, jws),
      fixed(503, {}),
      fixed(200, { 'Content-Type': 'text/html', 'Madoguchi-Epoch': 'portal' }, '<html></html>'),
      fixed(201, { ...jose, 'Madoguchi-Epoch': 'e1' }, jws),
      fixed(404, { ...asProblem, 'Madoguchi-Epoch': 'e2' }, JSON.stringify(problemBody('not-found'))),
      fixed(201, { ...jose, 'Madoguchi-Epoch': 'e2' }, jws),
    ];
    const onRestored = vi.fn();
    const client = await clientOf((...exchange) => answers.shift()?.(...exchange), { onRestored });
    const told: number[] = [];
    while (answers.length > 0) {
      await client.putEnvelope(upload);
      told.push(onRestored.mock.calls.length);
    }
    expect(told).toEqual([0, 0, 0, 0, 1, 1]);
  });
});
