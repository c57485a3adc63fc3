import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/app-env';
import { clientAddress } from './client-address';
import { problem } from '../http/problem-answer';
import { type BucketSettings, createTokenBuckets } from './token-bucket';

export interface RateLimitSettings {
  /** A venue's tablets come from one address. */
  readonly perClient: BucketSettings;
  readonly overall: BucketSettings;
  readonly trustedProxy: string | undefined;
  readonly nowMs: () => number;
}

/** Refuses with `too-many-requests` beyond the limits. The client's own is asked first, so a flood spends no other's. */
export function rateLimit({ perClient, overall, trustedProxy, nowMs }: RateLimitSettings) {
  const clients = createTokenBuckets(perClient, nowMs);
  const everybody = createTokenBuckets(overall, nowMs);
  return createMiddleware<AppEnv>(async (context, next) => {
    const own = clients.take(clientAddress(context, trustedProxy));
    const take = own.kind === 'taken' ? everybody.take('all') : own;
    if (take.kind === 'empty') return problem(context, 'too-many-requests', take.retryAfterSeconds);
    await next();
  });
}
