import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { getAdministrator, writeAdministrator } from '../../../src/cli/office/administrator';
import type { OfficeWithServer } from './office-with-server';

export interface Upload {
  readonly path: string;
  /** Which upload it is, from 1. */
  readonly nth: number;
  readonly body: Buffer;
}

export interface OwnAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

/** A server between an office and its own: it answers the uploads that it has an answer to, and passes on the rest. */
export async function standBetween(
  { server, office }: OfficeWithServer,
  findAnswer: (upload: Upload) => Promise<OwnAnswer | undefined>,
): Promise<void> {
  let uploads = 0;
  const front = createServer((request, response) => {
    void (async () => {
      const { method, headers, url: path = '' } = request;
      const body = await buffer(request);
      uploads += method === 'PUT' ? 1 : 0;
      const answer = method === 'PUT' ? await findAnswer({ path, nth: uploads, body }) : undefined;
      if (answer) {
        response.writeHead(answer.status, { 'Content-Type': answer.mediaType }).end(answer.body);
        return;
      }
      const onward = httpRequest(new URL(path, server.url), { method, headers }, (given) => {
        response.writeHead(given.statusCode ?? 500, given.headers);
        given.pipe(response);
      });
      onward.end(body);
    })();
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void front.close());
  const { token } = await getAdministrator(office);
  await writeAdministrator(office, { serverUrl: `http://127.0.0.1:${String((front.address() as AddressInfo).port)}`, token });
}
