import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ProblemCode } from '../../protocol/problem';

/** What a request carries on its way: the peer where there is a socket, and what middleware found out. */
export interface AppEnv {
  Bindings: { incoming?: AsyncIterable<Uint8Array> & { socket: { remoteAddress?: string | undefined } } };
  Variables: {
    requestId: string;
    /** For the log; set by the problem writer. */
    problemCode?: ProblemCode;
    /** For the log. */
    envelopeId?: string;
    /** For the log. */
    stationId?: string;
  };
}

export type App = OpenAPIHono<AppEnv>;
