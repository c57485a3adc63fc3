import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands before the product and passes everything through, until a new version is released: from then on the service
 * worker it serves differs by a comment, which is all that a browser needs to see another version.
 */
export class ReleasingSite {
  readonly #product: URL;
  readonly #server: Server;
  #isReleased = false;

  constructor(productUrl: string) {
    this.#product = new URL(productUrl);
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  release(): void {
    this.#isReleased = true;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url, headers } = incoming;
    const isServiceWorker = url === '/service-worker.js';
    const { 'if-none-match': _etag, 'accept-encoding': _encoding, ...plain } = headers;
    const target = { host: this.#product.hostname, port: this.#product.port, path: url, method };
    const onward = request({ ...target, headers: isServiceWorker ? plain : headers }, (answer) => {
      const { 'content-length': _length, ...answered } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, isServiceWorker ? answered : answer.headers);
      answer.pipe(outgoing, { end: false });
      answer.once('end', () => outgoing.end(isServiceWorker && this.#isReleased ? '\n// another version\n' : ''));
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }
}
