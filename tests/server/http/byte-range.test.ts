import { expect, it } from 'vitest';
import { readRange } from '../../../src/server/http/byte-range';
import { openTestServer, writeWeb } from '../support/test-server';

it.each([
  [undefined, { kind: 'whole' }],
  ['bytes=0-9', { kind: 'part', from: 0, to: 10 }],
  ['bytes=90-', { kind: 'part', from: 90, to: 100 }],
  ['bytes=90-500', { kind: 'part', from: 90, to: 100 }],
  ['bytes=-10', { kind: 'part', from: 90, to: 100 }],
  ['bytes=-500', { kind: 'part', from: 0, to: 100 }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=100-', { kind: 'unsatisfiable' }],
  ['bytes=9-0', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['lines=0-9', { kind: 'whole' }],
  ['bytes=a-b', { kind: 'whole' }],
])('reads %s of 100 bytes', (header, reading) => {
  expect(readRange(header, 100)).toEqual(reading);
});

it('sends the part that was asked for, uncompressed, and says which it is', async () => {
  const { app, folder } = await openTestServer();
  const text = Array.from({ length: 3000 }, (_, index) => String(index % 10)).join('');
  await writeWeb(folder, { 'models/mesh-0123456789abcdef.js': text });
  const ask = (headers: Record<string, string>): Response | Promise<Response> =>
    app.request('/models/mesh-0123456789abcdef.js', { headers: { 'Accept-Encoding': 'gzip', ...headers } });
  const part = await ask({ Range: 'bytes=5-1504' });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe(text.slice(5, 1505));
  expect(part.headers.get('content-range')).toBe('bytes 5-1504/3000');
  expect(part.headers.get('content-encoding')).toBeNull();
  expect(part.headers.get('cache-control')).toContain('immutable');
  const beyond = await ask({ Range: 'bytes=3000-' });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */3000']);
  const changed = await ask({ Range: 'bytes=5-1504', 'If-Range': 'W/"other"' });
  expect(changed.status).toBe(200);
});
