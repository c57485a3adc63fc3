export interface BucketSettings {
  /** How many may come at once. */
  readonly capacity: number;
  readonly refillPerMinute: number;
}

export type Take = { readonly kind: 'taken' } | { readonly kind: 'empty'; readonly retryAfterSeconds: number };

interface Level {
  readonly tokens: number;
  readonly atMs: number;
}

const mostKeys = 10_000;

/** Token buckets by key, in memory: each node counts for itself. Full buckets are forgotten, so memory is bounded. */
export function createTokenBuckets({ capacity, refillPerMinute }: BucketSettings, nowMs: () => number) {
  const levels = new Map<string, Level>();
  const tokensAt = (level: Level | undefined, now: number): number =>
    level ? Math.min(capacity, level.tokens + (Math.max(0, now - level.atMs) * refillPerMinute) / 60_000) : capacity;

  const forgetFull = (now: number): void => {
    for (const [key, level] of levels) if (tokensAt(level, now) >= capacity) levels.delete(key);
    const oldest = levels.keys().next();
    if (levels.size >= mostKeys && !oldest.done) levels.delete(oldest.value);
  };

  return {
    /** Takes one token of this key's bucket, or says when the next is there. */
    take(key: string): Take {
      const now = nowMs();
      const tokens = tokensAt(levels.get(key), now);
      if (tokens < 1) return { kind: 'empty', retryAfterSeconds: Math.ceil(((1 - tokens) * 60) / refillPerMinute) };
      if (!levels.has(key) && levels.size >= mostKeys) forgetFull(now);
      levels.set(key, { tokens: tokens - 1, atMs: now });
      return { kind: 'taken' };
    },
  };
}
