import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the product and passes everything through, until it is told to release a version or to cut a line. */
export class FrontSite {
  /** Ranges of the models that were passed on, as "name from". */
  readonly passedPieces: string[] = [];
  readonly #product: URL;
  readonly #server: Server;
  #isReleased = false;
  #piecesLeft = Infinity;
  #whenCut: (() => void) | undefined;
  #withheld: string | undefined;
  #whenWithheld: (() => void) | undefined;

  constructor(productUrl: string) {
    this.#product = new URL(productUrl);
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** From now on the service worker differs by a comment: all that a browser needs to see another version. */
  release(): void {
    this.#isReleased = true;
  }

  /** Lets so many pieces of the models through and cuts every later one off; resolves at the first that is cut. */
  cutModelsAfter(pieces: number): Promise<void> {
    this.#piecesLeft = pieces;
    return new Promise((resolve) => {
      this.#whenCut = resolve;
    });
  }

  /** Cuts off whoever asks for what begins so; resolves at the first that does. */
  withhold(path: string): Promise<void> {
    this.#withheld = path;
    return new Promise((resolve) => {
      this.#whenWithheld = resolve;
    });
  }

  mend(): void {
    this.#withheld = undefined;
    this.#piecesLeft = Infinity;
    this.passedPieces.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url = '', headers } = incoming;
    if (url.startsWith('/models/') && !this.#passPiece(url, headers.range ?? '')) {
      outgoing.destroy();
      return;
    }
    if (this.#withheld !== undefined && url.startsWith(this.#withheld)) {
      this.#whenWithheld?.();
      outgoing.destroy();
      return;
    }
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

  #passPiece(url: string, range: string): boolean {
    this.#piecesLeft -= 1;
    if (this.#piecesLeft < 0) {
      this.#whenCut?.();
      return false;
    }
    this.passedPieces.push(`${url} ${range}`);
    return true;
  }
}
