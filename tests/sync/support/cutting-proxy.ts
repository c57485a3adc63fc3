import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between a tablet and its server and does to the bytes what bad lines do. */
export class CuttingProxy {
  /** Cuts the next connection after so many bytes towards the server, or back. */
  cutUpAfter: number | undefined;
  cutDownAfter: number | undefined;
  /** Gives the next answer twice. */
  repeatsAnswer = false;
  /** How many connections it has cut. */
  cuts = 0;
  readonly #port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number) {
    this.#port = port;
    this.#server = createServer((socket) => this.#pass(socket));
  }

  static async before(origin: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(Number(new URL(origin).port));
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(tablet: Socket): void {
    const server = connect(this.#port, '127.0.0.1');
    for (const socket of [tablet, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
    }
    // An answer that has ended is still given whole.
    server.on('close', () => tablet.end());
    tablet.on('close', () => server.destroy());
    const cut = (): void => {
      if (!tablet.destroyed) this.cuts += 1;
      tablet.destroy();
      server.destroy();
    };
    passBytes(tablet, server, this.cutUpAfter, cut);
    passBytes(server, tablet, this.cutDownAfter, cut, this.repeatsAnswer);
    this.cutUpAfter = undefined;
    this.cutDownAfter = undefined;
    this.repeatsAnswer = false;
  }
}

function passBytes(from: Socket, to: Socket, cutAfter = Infinity, cut: () => void, isTwice = false): void {
  let left = cutAfter;
  // Not before something comes: Node's own fetch can wait for ever where it is cut off while it connects.
  from.on('data', (bytes: Buffer) => {
    const passed = bytes.subarray(0, Math.max(0, Math.min(left, bytes.length)));
    left -= bytes.length;
    to.write(passed, () => left <= 0 && cut());
    if (isTwice) to.write(passed);
  });
}
