import type { Context, TypedResponse } from 'hono';
import { HTTPException } from 'hono/http-exception';
import {
  type Problem,
  problemBody,
  type ProblemCode,
  problemMediaType,
  problemSchema,
  problemTable,
} from '../../protocol/problem';
import { StorageFailure } from '../storage/storage-failure';
import type { AppEnv } from './app-env';

type StatusOf<Code extends ProblemCode> = (typeof problemTable)[Code]['status'];
export type ProblemAnswer<Code extends ProblemCode> = Code extends ProblemCode
  ? Response & TypedResponse<Problem, StatusOf<Code>, 'json'>
  : never;

/** Seconds after which trying again makes sense, where nothing better is known. */
const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { 'too-many-requests': 60, unavailable: 10, 'storage-full': 300 };

/** Writes a problem: the only place that does. */
export function problem<Code extends ProblemCode>(
  context: Context,
  code: Code,
  retryAfter: number | undefined = retryAfterSeconds[code],
): ProblemAnswer<Code> {
  (context as Context<AppEnv>).set('problemCode', code);
  if (retryAfter !== undefined) context.header('Retry-After', String(retryAfter));
  context.header('Cache-Control', 'no-store');
  const headers = { 'Content-Type': problemMediaType };
  return context.json(problemBody(code), problemTable[code].status, headers) as unknown as ProblemAnswer<Code>;
}

/** What went wrong without anybody expecting it, as a problem without details. */
export function problemOf(error: unknown): ProblemCode {
  if (error instanceof StorageFailure) return error.reason === 'full' ? 'storage-full' : 'unavailable';
  if (error instanceof HTTPException && error.status < 500) return 'malformed-request';
  return 'internal';
}

interface ProblemResponse {
  readonly description: string;
  readonly content: { readonly [problemMediaType]: { readonly schema: typeof problemSchema } };
}

/** The declarations of a route's problems for its OpenAPI entry, one for each status. */
export function problemResponses<const Code extends ProblemCode>(...codes: Code[]): Record<StatusOf<Code>, ProblemResponse> {
  const responses: Partial<Record<number, ProblemResponse>> = {};
  for (const code of codes) {
    const { status } = problemTable[code];
    const others = responses[status] ? `${responses[status].description}, ` : '';
    responses[status] = { description: others + code, content: { [problemMediaType]: { schema: problemSchema } } };
  }
  return responses as Record<StatusOf<Code>, ProblemResponse>;
}
