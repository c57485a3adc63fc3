import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';

/** A request that was read whole before anything is done with it. */
export interface WholeRequest {
  readonly method: string;
  readonly path: string;
  /** Name and value in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface WholeAnswer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export type ServerAddress = Pick<URL, 'hostname' | 'port'>;

export async function readWhole(incoming: IncomingMessage): Promise<WholeRequest> {
  const body = await readBody(incoming);
  return { method: incoming.method ?? 'GET', path: incoming.url ?? '/', rawHeaders: incoming.rawHeaders, body };
}

/** A server that says nothing for so long is taken for one that is not there. */
const silenceMs = 30_000;

/** Passes a request on and reads the answer; undefined where the server is not there or breaks off. */
export function passOn(
  { hostname, port }: ServerAddress,
  { method, path, rawHeaders, body }: WholeRequest,
): Promise<WholeAnswer | undefined> {
  return new Promise((resolve) => {
    const onward = httpRequest({ host: hostname, port, method, path, headers: [...rawHeaders], agent: false }, (answer) => {
      readBody(answer).then(
        (answered) => resolve({ status: answer.statusCode ?? 502, rawHeaders: answer.rawHeaders, body: answered }),
        () => resolve(undefined),
      );
    });
    onward.setTimeout(silenceMs, () => onward.destroy());
    onward.once('error', () => resolve(undefined));
    onward.end(body);
  });
}

/** Sends the first bytes of a request to the server and breaks off. Whether they could be sent. */
export function passOnPart({ hostname, port }: ServerAddress, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes, () => {
        socket.destroy();
        resolve(true);
      });
    });
    socket.on('error', () => resolve(false));
  });
}

/** The request as it goes over the line. */
export function bytesOfRequest({ method, path, rawHeaders, body }: WholeRequest): Buffer {
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${headerLines(rawHeaders)}\r\n`, 'latin1'), body]);
}

/** The answer as it goes over the line. */
export function bytesOfAnswer({ status, rawHeaders, body }: WholeAnswer): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${String(status)} -\r\n${headerLines(rawHeaders)}\r\n`, 'latin1'), body]);
}

export function listenOnLoopback(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function headerLines(rawHeaders: readonly string[]): string {
  let lines = '';
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) lines += `${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}\r\n`;
  return lines;
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  if (!message.complete) throw new Error('broken off');
  return Buffer.concat(chunks);
}
