import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import { envelopeListSchema } from '../../src/protocol/envelopes';
import { envelopePath, paths } from '../../src/protocol/http';
import { wireLimits } from '../../src/protocol/limits';
import { problemSchema } from '../../src/protocol/problem';
import type { RunningServer, ServerSettings } from '../../src/server/main';
import { maySkip } from '../support/control/may-skip';
import { hasOpenssl, makeCertificate } from '../support/tls/certificate';
import { type ProvisionedFolder, provisionedFolder, publishStation, start } from './support/running-server';
import { makeEnvelope, type TestEnvelope, uploadOf } from './support/station';
import { temporaryFolder } from './support/test-server';

async function startWithStation() {
  const folder = await provisionedFolder();
  const server = await start(folder.settings);
  return { folder, server, station: await publishStation(server.url, folder.office) };
}

async function storedIds(url: string, { office }: ProvisionedFolder): Promise<string[]> {
  const answer = await fetch(url + paths.envelopes, { headers: { Authorization: `Bearer ${office.administratorToken}` } });
  return envelopeListSchema.parse(await answer.json()).envelopes.map(({ envelopeId }) => envelopeId);
}

/** Opens an upload whose body the test writes piece by piece. */
function openUpload(url: string, envelope: TestEnvelope, headers: Record<string, string> = {}): ClientRequest {
  const [path, init] = uploadOf(envelope, headers);
  const upload = request(url + path, { method: 'PUT', headers: init.headers });
  upload.on('error', () => undefined);
  return upload;
}

async function answerTo(upload: ClientRequest): Promise<{ status: number | undefined; body: string }> {
  const [answer] = (await once(upload, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
}

/** Without the server's patience with running requests ever coming to its end. */
async function expectClosed(server: RunningServer, connection: Socket): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const ended = new Promise((resolve) => connection.resume().on('error', resolve).once('close', resolve));
  await server.close();
  await ended;
}

it('makes one row and one receipt of eight identical uploads over eight connections', async () => {
  const { folder, server, station } = await startWithStation();
  const envelope = await makeEnvelope(station, {}, new Uint8Array(300_000).fill(7));
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const upload = openUpload(server.url, envelope);
      upload.end(envelope.bytes);
      return answerTo(upload);
    }),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(await storedIds(server.url, folder)).toEqual([envelope.manifest.envelopeId]);
});

it('takes a body that comes in pieces without a declared length', async () => {
  const { server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const upload = openUpload(server.url, envelope, { 'Transfer-Encoding': 'chunked' });
  for (let from = 0; from < envelope.bytes.byteLength; from += 999) upload.write(envelope.bytes.subarray(from, from + 999));
  upload.end();
  expect((await answerTo(upload)).status).toBe(201);
});

it.each([0, 1, 4999])('leaves nothing of an upload broken off after %i bytes, and takes it whole afterwards', async (count) => {
  const { folder, server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const upload = openUpload(server.url, envelope, { 'Content-Length': String(envelope.bytes.byteLength) });
  upload.flushHeaders();
  await once(upload, 'socket');
  if (count > 0) await new Promise((resolve) => upload.write(envelope.bytes.subarray(0, count), resolve));
  const closed = new Promise((resolve) => upload.once('close', resolve));
  upload.destroy();
  await closed;
  expect(await storedIds(server.url, folder)).toEqual([]);
  const [path, init] = uploadOf(envelope);
  expect((await fetch(server.url + path, init)).status).toBe(201);
});

it('refuses a body declared too large before a byte of it was sent', async () => {
  const { server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const upload = openUpload(server.url, envelope, { 'Content-Length': String(wireLimits.envelopeBytes + 1) });
  upload.flushHeaders();
  const { status, body } = await answerTo(upload);
  expect(status).toBe(413);
  expect(problemSchema.parse(JSON.parse(body)).code).toBe('body-too-large');
  upload.destroy();
});

it('stops reading a body without a declared length once it is larger than its manifest says', async () => {
  const { server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const upload = openUpload(server.url, envelope, { 'Transfer-Encoding': 'chunked' });
  upload.write(envelope.bytes);
  upload.write('one more');
  const { status, body } = await answerTo(upload);
  expect(status).toBe(422);
  expect(problemSchema.parse(JSON.parse(body)).code).toBe('digest-mismatch');
  upload.destroy();
});

it('answers a manifest that does not hold while the body is still to come', async () => {
  const { server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const upload = openUpload(server.url, { ...envelope, manifestJws: 'a.b.c' }, { 'Content-Length': '5000' });
  upload.flushHeaders();
  expect((await answerTo(upload)).status).toBe(422);
  upload.destroy();
});

it('finishes a running upload before it closes, and takes no new connection meanwhile', async () => {
  const { folder, server, station } = await startWithStation();
  const envelope = await makeEnvelope(station);
  const length = String(envelope.bytes.byteLength);
  const upload = openUpload(server.url, envelope, { 'Content-Length': length, Expect: '100-continue' });
  upload.flushHeaders();
  await once(upload, 'continue');
  const closed = server.close();
  const late = connect({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  await expect(once(late, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  upload.end(envelope.bytes);
  expect((await answerTo(upload)).status).toBe(201);
  await closed;
  const again = await start(folder.settings);
  expect(await storedIds(again.url, folder)).toEqual([envelope.manifest.envelopeId]);
  const [path, init] = uploadOf(envelope);
  expect(path).toBe(envelopePath(envelope.manifest.envelopeId));
  expect((await fetch(again.url + path, init)).status).toBe(200);
});

it('closes at once under connections that have brought nothing yet', async () => {
  const { server } = await startWithStation();
  const idle = connect({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  await once(idle, 'connect');
  await fetch(`${server.url}/healthz`);
  await expectClosed(server, idle);
});

function startWithTls(settings: ServerSettings): Promise<RunningServer> {
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = makeCertificate(temporaryFolder(), 'own').settings;
  return start({ ...settings, tls: { certFile, keyFile } });
}

it.skipIf(maySkip(hasOpenssl))('finishes a running upload over TLS, too', async () => {
  const { folder, server: first, station } = await startWithStation();
  await first.close();
  const server = await startWithTls(folder.settings);
  const envelope = await makeEnvelope(station);
  const [path, { headers }] = uploadOf(envelope, { Expect: '100-continue' });
  const upload = secureRequest(server.url + path, { method: 'PUT', headers, rejectUnauthorized: false });
  upload.flushHeaders();
  await once(upload, 'continue');
  const closed = server.close();
  upload.end(envelope.bytes);
  expect((await answerTo(upload)).status).toBe(201);
  await closed;
});

it.skipIf(maySkip(hasOpenssl))('closes at once though a TLS handshake never goes on', async () => {
  const { settings } = await provisionedFolder();
  const server = await startWithTls(settings);
  const silent = connect({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  await once(silent, 'connect');
  await expectClosed(server, silent);
});
