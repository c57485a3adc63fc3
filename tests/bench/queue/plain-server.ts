import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface PlainServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Takes what is put to it, writes it to a file of its own and answers once that is on the disk: nothing else. */
export async function servePlainly(folder: string): Promise<PlainServer> {
  let files = 0;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      if (incoming.method !== 'PUT') {
        outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>plain</title>');
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      files += 1;
      const file = await open(join(folder, String(files)), 'wx');
      await file.writeFile(Buffer.concat(chunks));
      await file.sync();
      await file.close();
      outgoing.writeHead(201).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
