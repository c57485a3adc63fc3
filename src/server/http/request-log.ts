import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { AppEnv } from './app-env';

/**
 * One line a request: method, the route's pattern (never the URL), status, milliseconds, problem code, ids of
 * envelope and station. No headers, bodies or addresses.
 */
export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const startedMs = performance.now();
    const requestId = uuidv7();
    context.set('requestId', requestId);
    await next();
    const { status } = context.res;
    const { problemCode: problem, envelopeId, stationId } = context.var;
    const ms = Math.round(performance.now() - startedMs);
    const asked = { requestId, method: context.req.method, route: routePath(context) };
    logger[status >= 500 ? 'error' : 'info']({ ...asked, status, ms, problem, envelopeId, stationId });
  };
}
