import type { ServerResponse } from 'node:http';
import { bytesOfAnswer, type ServerAddress, type WholeAnswer, type WholeRequest } from './exchange';

/** What a line remembers of earlier uploads. */
export interface LineMemory {
  request: WholeRequest | undefined;
  /** A receipt that the server gave for an earlier envelope. */
  receipt: string | undefined;
}

/** One upload on its way, and everything that can be done to it. */
export interface LineWork {
  readonly server: ServerAddress;
  readonly request: WholeRequest;
  readonly random: () => number;
  readonly give: Giving;
  readonly memory: LineMemory;
}

/** Ways to end an exchange towards the tablet. Each says whether an answer was given. */
export interface Giving {
  readonly answer: (answer: WholeAnswer | undefined) => boolean;
  readonly part: (bytes: Buffer) => void;
  readonly drip: (bytes: Buffer) => Promise<boolean>;
  readonly nothing: () => false;
}

export function isFirstReceipt(answer: WholeAnswer | undefined): answer is WholeAnswer {
  return answer?.status === 201 || answer?.status === 200;
}

const drops = 12;

export function givingTo(outgoing: ServerResponse): Giving {
  const socket = outgoing.socket;
  const nothing = (): false => {
    socket?.destroy();
    return false;
  };
  return {
    nothing,
    answer: (answer) => {
      if (!answer) return nothing();
      socket?.write(bytesOfAnswer({ ...answer, rawHeaders: closing(answer) }), () => socket.end());
      return true;
    },
    part: (bytes) => socket?.write(bytes, () => socket.destroy()),
    drip: async (bytes) => {
      const size = Math.ceil(bytes.length / drops);
      for (let at = 0; at < bytes.length; at += size) {
        socket?.write(bytes.subarray(at, at + size));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      socket?.end();
      return true;
    },
  };
}

/** One exchange a connection: what was done to one must not reach the next. */
function closing({ rawHeaders, body }: WholeAnswer): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!/^(connection|keep-alive|transfer-encoding|content-length)$/i.test(name)) kept.push(name, rawHeaders[at + 1] ?? '');
  }
  return [...kept, 'Connection', 'close', 'Content-Length', String(body.length)];
}
