import type { ProblemCode } from '../protocol/problem';

/** Every way in which a request can fail. */
export type ClientFailure =
  /** The server answered with a problem of its table; `retryAfterMs` where it said when to come back. */
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly retryAfterMs: number | null }
  /** The tablet itself says that it has no network. */
  | { readonly kind: 'offline' }
  /** No complete answer: no route, no name, cut off, TLS refused, too slow. */
  | { readonly kind: 'unreachable' }
  /** A complete answer that our server does not give: a captive portal, a redirect, a proxy's page. */
  | { readonly kind: 'notOurServer' };

export const notOurServer: ClientFailure = { kind: 'notOurServer' };
