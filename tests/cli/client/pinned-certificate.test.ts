import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { exchange } from '../../../src/cli/client/http-exchange';
import { maySkip } from '../../support/control/may-skip';
import { hasOpenssl, makeCertificate } from '../../support/tls/certificate';
import { temporaryFolder } from '../support/temporary-folder';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serveWith(folder: string, name: string): Promise<URL> {
  const [cert, key] = await Promise.all([readFile(join(folder, `${name}.pem`)), readFile(join(folder, `${name}.key`))]);
  const server = createServer({ cert, key }, (_request, response) => response.end('here'));
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

test.skipIf(maySkip(hasOpenssl))(
  'exactly one certificate is accepted, under any name (skipped where openssl is not installed)',
  async () => {
    const folder = await temporaryFolder();
    makeCertificate(folder, 'one');
    makeCertificate(folder, 'signed-by-one', { authority: 'one' });
    makeCertificate(folder, 'another');
    const certificate = await readFile(join(folder, 'one.pem'), 'utf8');
    const ask = async (name: string, pinned: string | undefined): Promise<string> => {
      const url = await serveWith(folder, name);
      const answer = await exchange({ method: 'GET', url, headers: {}, maxAnswerBytes: 100, certificate: pinned });
      return answer.body.toString();
    };
    expect(await ask('one', certificate)).toBe('here');
    for (const name of ['signed-by-one', 'another']) {
      await expect(ask(name, certificate)).rejects.toMatchObject({ code: 'server-unreachable' });
    }
    await expect(ask('one', undefined)).rejects.toMatchObject({ code: 'server-unreachable' });
  },
);
