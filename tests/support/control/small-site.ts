import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a few fixed files on a free port of this machine, for pages that are no part of the product. */
export async function startSmallSite(files: Readonly<Record<string, string | Buffer>>): Promise<SmallSite> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = files[path];
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
