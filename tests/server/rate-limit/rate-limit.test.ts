import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { AppEnv } from '../../../src/server/http/app-env';
import { clientAddress } from '../../../src/server/rate-limit/client-address';
import { rateLimit } from '../../../src/server/rate-limit/rate-limit';
import { createTokenBuckets } from '../../../src/server/rate-limit/token-bucket';
import { expectProblem } from '../support/expect-problem';

function peer(remoteAddress: string): AppEnv['Bindings'] {
  const incoming = Object.assign(Readable.from([]), { socket: { remoteAddress } });
  return { incoming };
}

it('refills by the clock, never beyond its capacity, and not when the clock goes back', () => {
  let nowMs = 0;
  const buckets = createTokenBuckets({ capacity: 2, refillPerMinute: 6 }, () => nowMs);
  const take = (): string => buckets.take('a').kind;
  expect([take(), take(), take()]).toEqual(['taken', 'taken', 'empty']);
  expect(buckets.take('a')).toEqual({ kind: 'empty', retryAfterSeconds: 10 });
  expect(buckets.take('b').kind).toBe('taken');
  nowMs = 4_000;
  expect(buckets.take('a')).toEqual({ kind: 'empty', retryAfterSeconds: 6 });
  nowMs = 10_000;
  expect([take(), take()]).toEqual(['taken', 'empty']);
  nowMs = 5_000;
  expect(take()).toBe('empty');
  nowMs = 10 * 60_000;
  expect([take(), take(), take()]).toEqual(['taken', 'taken', 'empty']);
});

it('keeps a flood of one client from the others, and all together within the limit of all', async () => {
  const perClient = { capacity: 3, refillPerMinute: 1 };
  const overall = { capacity: 5, refillPerMinute: 1 };
  const app = new Hono<AppEnv>();
  app.get('/', rateLimit({ perClient, overall, trustedProxy: undefined, nowMs: () => 0 }), (context) => context.text('through'));
  const from = (address: string): Promise<Response> => Promise.resolve(app.request('/', {}, peer(address)));
  for (let count = 0; count < 3; count += 1) expect((await from('192.0.2.1')).status).toBe(200);
  for (let count = 0; count < 9; count += 1) await expectProblem(from('192.0.2.1'), 'too-many-requests');
  expect((await from('192.0.2.2')).status).toBe(200);
  expect((await from('192.0.2.3')).status).toBe(200);
  const refused = await expectProblem(from('192.0.2.4'), 'too-many-requests');
  expect(refused.headers.get('retry-after')).toBe('60');
});

it.each([
  ['192.0.2.1', undefined, '198.51.100.9', '192.0.2.1'],
  ['192.0.2.1', '192.0.2.2', '198.51.100.9', '192.0.2.1'],
  ['192.0.2.2', '192.0.2.2', '203.0.113.5, 198.51.100.9', '198.51.100.9'],
  ['::ffff:192.0.2.2', '192.0.2.2', '198.51.100.9', '198.51.100.9'],
  ['192.0.2.2', '192.0.2.2', '', '192.0.2.2'],
])('peer %s, trusted proxy %s, forwarded for "%s": the client is %s', async (address, trustedProxy, forwarded, client) => {
  const app = new Hono<AppEnv>();
  app.get('/', (context) => context.text(clientAddress(context, trustedProxy)));
  const answer = await app.request('/', { headers: { 'X-Forwarded-For': forwarded } }, peer(address));
  expect(await answer.text()).toBe(client);
});
