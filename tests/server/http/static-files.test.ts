import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectProblem } from '../support/expect-problem';
import { openTestServer, type TestServer, writeWeb } from '../support/test-server';

const navigation = { 'Sec-Fetch-Mode': 'navigate', Accept: 'text/html,*/*' };

async function openWithWeb(): Promise<TestServer> {
  const server = await openTestServer();
  await writeWeb(server.folder, {
    'index.html': 'the kiosk',
    'src/office/index.html': 'the office',
    'assets/main-1a2b3c4d.js': 'export {};'.repeat(500),
    'service-worker.js': 'self;',
    'manifest.webmanifest': '{}',
    'fonts/mincho.woff2': 'font',
    'decoder.wasm': 'wasm',
    '.hidden/secret.txt': 'secret',
  });
  await writeFile(join(server.folder, 'outside.txt'), 'outside');
  return server;
}

it.each([
  ['/', 'the kiosk', 'text/html; charset=utf-8', 'no-cache'],
  ['/office/', 'the office', 'text/html; charset=utf-8', 'no-cache'],
  ['/service-worker.js', 'self;', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', '{}', 'application/manifest+json', 'no-cache'],
  ['/fonts/mincho.woff2', 'font', 'font/woff2', 'no-cache'],
  ['/decoder.wasm', 'wasm', 'application/wasm', 'no-cache'],
  ['/assets/main-1a2b3c4d.js', 'export {};'.repeat(500), 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('serves %s', async (path, text, mediaType, cacheControl) => {
  const { app } = await openWithWeb();
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(text);
  expect(answer.headers.get('content-type')).toBe(mediaType);
  expect(answer.headers.get('cache-control')).toBe(cacheControl);
});

it('opens the app’s own page for a path that somebody opened or reloaded, and for nothing else', async () => {
  const { app } = await openWithWeb();
  expect(await (await app.request('/photo', { headers: navigation })).text()).toBe('the kiosk');
  expect(await (await app.request('/office/check', { headers: navigation })).text()).toBe('the office');
  await expectProblem(app.request('/photo'), 'not-found');
  await expectProblem(app.request('/photo', { headers: { Accept: '*/*' } }), 'not-found');
  await expectProblem(app.request('/missing.js', { headers: navigation }), 'not-found');
  await expectProblem(app.request('/assets/gone', { headers: navigation }), 'not-found');
  await expectProblem(app.request('/api/v1/gone', { headers: navigation }), 'not-found');
  await expectProblem(app.request('/photo', { method: 'POST', headers: navigation }), 'not-found');
  expect((await app.request('/office')).headers.get('location')).toBe('/office/');
});

it.each([
  '/../outside.txt',
  '/%2e%2e/outside.txt',
  '/..%2foutside.txt',
  '/%2e%2e%2foutside.txt',
  '/..%5coutside.txt',
  '/assets/../../outside.txt',
  '//etc/passwd',
  '/%00',
  '/index.html%00.js',
  '/%',
  '/.hidden/secret.txt',
  '/assets',
  '/link.txt',
  '/C:/x',
])('never leaves the web folder for %s', async (path) => {
  const { app, folder } = await openWithWeb();
  await symlink(join(folder, 'outside.txt'), join(folder, 'web', 'link.txt'));
  const answer = await app.request(`http://localhost${path}`);
  await expectProblem(answer, 'not-found');
});

it('answers 304 for a file that did not change, and sends text compressed', async () => {
  const { app, folder } = await openWithWeb();
  const first = await app.request('/');
  const etag = first.headers.get('etag') ?? '';
  const again = await app.request('/', { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('cache-control')).toBe('no-cache');
  await writeWeb(folder, { 'index.html': 'the kiosk, updated' });
  expect((await app.request('/', { headers: { 'If-None-Match': etag } })).status).toBe(200);
  const script = await app.request('/assets/main-1a2b3c4d.js', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect((await script.arrayBuffer()).byteLength).toBeLessThan(500);
  const head = await app.request('/', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});
