import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './http/app-env';
import { type ServerSettings, type TlsFiles, urlOf } from './server-settings';
import { StartError } from './start-error';

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Stops accepting, lets running requests finish, closes the database. */
  close(): Promise<void>;
}

/** A tablet on a bad line gets this long for one request, body included. */
const requestTimeoutMs = 5 * 60_000;
const headersTimeoutMs = 30_000;
const closeGraceMs = 10_000;

/** Binds the app to a socket. Throws StartError where the address is not to be had. */
export async function listen(
  app: App,
  settings: Pick<ServerSettings, 'host' | 'port' | 'tls'>,
  closeStorage: () => Promise<void>,
): Promise<RunningServer> {
  const server = await createNodeServer(app, settings.tls);
  const fresh = freshConnections(server);
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = headersTimeoutMs;
  await bind(server, settings);
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(settings, port),
    close: () => (closing ??= closeServer(server, fresh).then(closeStorage)),
  };
}

async function createNodeServer(app: App, tls: TlsFiles | undefined): Promise<Server> {
  const fetch = app.fetch.bind(app);
  if (!tls) return createAdaptorServer({ fetch, createServer: createHttpServer }) as Server;
  try {
    const [cert, key] = await Promise.all([readFile(tls.certFile), readFile(tls.keyFile)]);
    return createAdaptorServer({
      fetch,
      createServer: createHttpsServer,
      serverOptions: { cert, key, handshakeTimeout: headersTimeoutMs },
    }) as Server;
  } catch (cause) {
    throw new StartError('tls-unreadable', `TLS_CERT ${tls.certFile} and TLS_KEY ${tls.keyFile} cannot be used.`, { cause });
  }
}

function bind(server: Server, { host, port }: Pick<ServerSettings, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function bindError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError('port-busy', `Port ${port} is in use; choose another with PORT.`, { cause: error });
  }
  if (error.code === 'EACCES') return new StartError('port-forbidden', `Port ${port} needs more rights.`, { cause: error });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartError('host-unknown', `HOST ${host} is not an address of this machine.`, { cause: error });
  }
  return error;
}

/**
 * Connections that have brought no request yet: a browser opens some in advance. Those whose TLS handshake is not over
 * are unknown to Node's HTTP, which therefore cannot close them.
 */
function freshConnections(server: Server): ReadonlyMap<string, Socket> {
  const fresh = new Map<string, Socket>();
  const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${String(remoteAddress)} ${String(remotePort)}`;
  server.on('connection', (socket: Socket) => {
    const peer = peerOf(socket);
    fresh.set(peer, socket);
    socket.once('close', () => fresh.get(peer) === socket && fresh.delete(peer));
  });
  server.on('request', ({ socket }: IncomingMessage) => fresh.delete(peerOf(socket)));
  return fresh;
}

function closeServer(server: Server, fresh: ReadonlyMap<string, Socket>): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), closeGraceMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    fresh.forEach((socket) => socket.destroy());
  });
}
