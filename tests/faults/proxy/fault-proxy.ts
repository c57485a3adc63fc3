import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http';
import { paths } from '../../../src/protocol/http';
import type { Deck } from '../plan/deck';
import type { Tally } from '../plan/tally';
import { listenOnLoopback, passOn, readWhole, type WholeAnswer } from './exchange';
import { type LineFaultName, lineFaults } from './line-faults';
import { givingTo, isFirstReceipt, type LineMemory } from './line-work';

interface FaultProxyParts {
  readonly port: number;
  readonly serverPort: number;
  readonly random: () => number;
  readonly deck: Deck<LineFaultName>;
  readonly tally: Tally;
}

/** Stands between tablet and server; what it does to an upload, chance decides. The app shell passes untouched. */
export class FaultProxy {
  readonly url: string;
  /** How many uploads in a hundred meet a fault. */
  roughness = 0;
  /** What the server itself answered to uploads, by status. */
  readonly answered = new Map<number, number>();
  custodyAnswers = 0;
  lastRequestAtMs = 0;
  readonly #parts: FaultProxyParts;
  readonly #server: Server;
  readonly #memory: LineMemory = { request: undefined, receipt: undefined };

  constructor(parts: FaultProxyParts) {
    this.#parts = parts;
    this.url = `http://127.0.0.1:${String(parts.port)}`;
    this.#server = createServer((incoming, outgoing) => {
      void this.#take(incoming, outgoing).catch(() => outgoing.destroy());
    });
    // A lost connection is what this is about.
    this.#server.on('connection', (socket) => socket.on('error', () => undefined));
  }

  open(): Promise<void> {
    return listenOnLoopback(this.#server, this.#parts.port);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  countOf(status: number): number {
    return this.answered.get(status) ?? 0;
  }

  async #take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    this.lastRequestAtMs = performance.now();
    const isUpload = incoming.method === 'PUT' && (incoming.url ?? '').startsWith(paths.envelopes);
    // Twenty-seven megabytes for photos that nobody takes here.
    if (incoming.url?.startsWith('/models/')) outgoing.writeHead(404).end();
    else if (isUpload) await this.#takeUpload(incoming, outgoing);
    else this.#pass(incoming, outgoing);
  }

  async #takeUpload(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { random, deck, tally, serverPort } = this.#parts;
    const server = { hostname: '127.0.0.1', port: String(serverPort) };
    const request = await readWhole(incoming);
    const give = givingTo(outgoing);
    if (random() * 100 >= this.roughness) {
      const answer = await passOn(server, request);
      this.#note(answer);
      give.answer(answer);
      return;
    }
    const name = deck.draw();
    const happened = await lineFaults[name]({ server, request, random, give, memory: this.#memory });
    if (happened) tally.injected(name);
    else give.nothing();
  }

  #note(answer: WholeAnswer | undefined): void {
    if (!answer) return;
    this.answered.set(answer.status, this.countOf(answer.status) + 1);
    if (isFirstReceipt(answer)) this.#memory.receipt = answer.body.toString();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url, rawHeaders } = incoming;
    const target = { host: '127.0.0.1', port: this.#parts.serverPort, method, path: url, headers: [...rawHeaders] };
    const onward = httpRequest({ ...target, agent: false }, (answer) => {
      if (url === paths.custody && answer.statusCode === 200) this.custodyAnswers += 1;
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }
}
