import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env';
import { problem } from './problem-answer';

/** Refuses with `body-too-large` before more than so many bytes are read. */
export function limitBody(maxBytes: number): MiddlewareHandler<AppEnv> {
  return bodyLimit({ maxSize: maxBytes, onError: (context) => problem(context, 'body-too-large') });
}
