import { epochHeader } from '../../protocol/http';
import type { SealedBytes } from '../../queue/bytes/sealed-bytes';
import { type ClientFailure, notOurServer } from '../client-failure';
import { readText, type ServerAnswer } from './server-answer';

export interface ExchangePorts {
  /** `https://…`, or empty for the page's own origin. */
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  /** The tablet's own word on its network. A hint for the status line, never a reason not to try. */
  readonly isOnline: () => boolean;
  /** A signal that aborts after so long. */
  readonly timeoutSignal: (timeoutMs: number) => AbortSignal;
  /** Told after every answer of our server: its clock minus the tablet's, exact to about a second. */
  readonly recordServerOffset: (offsetMs: number) => void;
  /** Told when an answer is of another epoch than the one before: the server was restored, and may lack what it had. */
  readonly onRestored?: () => void;
}

export interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | SealedBytes;
  /** Aborted by whoever no longer wants the answer. */
  readonly signal?: AbortSignal | undefined;
  /** For the whole exchange, body included. */
  readonly timeoutMs: number;
  /** The longest answer that is read. */
  readonly limitBytes: number;
}

/** One request and its whole answer, read by `read`; every failure of the network as a result. */
export type Exchange = <Result extends { readonly kind: string }>(
  request: ServerRequest,
  read: (answer: ServerAnswer) => Result | ClientFailure,
) => Promise<Result | ClientFailure>;

export function createExchange(ports: ExchangePorts): Exchange {
  let epoch: string | null = null;
  return async (request, read) => {
    const startedAtMs = ports.nowMs();
    const answer = await fetchAnswer(ports, request);
    if ('kind' in answer) return answer;
    const result = read(answer);
    if (result.kind === 'notOurServer') return result;
    recordClock(ports, answer.headers, startedAtMs);
    // A proxy that answers in the server's place names none.
    const named = answer.headers.get(epochHeader) ?? epoch;
    if (epoch !== null && named !== epoch) ports.onRestored?.();
    epoch = named;
    return result;
  };
}

async function fetchAnswer(ports: ExchangePorts, request: ServerRequest): Promise<ServerAnswer | ClientFailure> {
  const { method, path, headers, body, limitBytes } = request;
  const cutOff = new AbortController();
  for (const signal of [ports.timeoutSignal(request.timeoutMs), request.signal]) {
    if (signal?.aborted) cutOff.abort();
    // AbortSignal.any is younger than the oldest tablets served. Listeners go when this exchange ends.
    signal?.addEventListener('abort', () => cutOff.abort(), { signal: cutOff.signal });
  }
  try {
    const response = await ports.fetch(`${ports.origin}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      // Not 'error': that looks like a lost network, and a portal's redirect should be called what it is.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: cutOff.signal,
    });
    if (response.type === 'opaqueredirect') return notOurServer;
    const text = await readText(response, limitBytes);
    return text === undefined ? notOurServer : { status: response.status, headers: response.headers, text };
  } catch {
    return { kind: ports.isOnline() ? 'unreachable' : 'offline' };
  } finally {
    cutOff.abort();
  }
}

/** The Date header has whole seconds, cut off: half a second is added, and the answer's way is split in two. */
function recordClock(ports: ExchangePorts, headers: Headers, startedAtMs: number): void {
  const serverMs = Date.parse(headers.get('Date') ?? '') + 500;
  const midwayMs = (startedAtMs + ports.nowMs()) / 2;
  if (Number.isFinite(serverMs)) ports.recordServerOffset(Math.round(serverMs - midwayMs));
}
