import { type ProblemCode, problemMediaType, problemSchema, problemTable } from '../../protocol/problem';
import { type ClientFailure, notOurServer } from '../client-failure';

/** A whole answer, read within its limit. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Reads a body as UTF-8 text; undefined where it is longer than `limitBytes` or no UTF-8. */
export async function readText(response: Response, limitBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > limitBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  } catch {
    return undefined;
  }
}

/** Whether the body is of this type, parameters apart. */
export function hasMediaType({ headers }: Pick<ServerAnswer, 'headers'>, mediaType: string): boolean {
  return headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() === mediaType;
}

/** JSON, or undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers a proxy of ours gives in the server's place while it is down or flooded. */
const proxyAnswers: ReadonlyMap<number, ProblemCode> = new Map([
  [429, 'too-many-requests'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
]);

/**
 * Reads an answer that is no success. A problem counts only with a code of the table under the code's own status:
 * what a portal makes up must never refuse an envelope.
 */
export function readFailure(answer: ServerAnswer): ClientFailure {
  const retryAfterMs = readRetryAfterMs(answer.headers);
  const problem = hasMediaType(answer, problemMediaType) ? problemSchema.safeParse(parseJson(answer.text)) : undefined;
  if (problem?.success) {
    const { code } = problem.data;
    return problemTable[code].status === answer.status ? { kind: 'problem', code, retryAfterMs } : notOurServer;
  }
  const code = proxyAnswers.get(answer.status);
  return code ? { kind: 'problem', code, retryAfterMs } : notOurServer;
}

const longestRetryAfterMs = 60 * 60 * 1000;

/** Retry-After in milliseconds, whether given in seconds or as a date; the server's own Date is "now". */
function readRetryAfterMs(headers: Headers): number | null {
  const value = headers.get('Retry-After')?.trim();
  if (value === undefined || value === '') return null;
  const delayMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(headers.get('Date') ?? '');
  return Number.isFinite(delayMs) ? Math.min(Math.max(delayMs, 0), longestRetryAfterMs) : null;
}
