const firstRestMs = 5_000;
const longestRestMs = 5 * 60 * 1000;

/**
 * How long to rest, in ms: doubling to five minutes, drawn between half and all of it; what the server asked for is
 * kept to, a tenth longer at most, so that tablets do not all come back at once.
 *
 * @param rests taken before this one since things last went well
 * @param retryAfterMs null where the server asked for nothing
 * @param random 0 ≤ random < 1
 */
export function restDelayMs(rests: number, retryAfterMs: number | null, random: number): number {
  const backoffMs = Math.min(firstRestMs * 2 ** rests, longestRestMs) * (0.5 + random / 2);
  return Math.round(retryAfterMs === null ? backoffMs : Math.max(retryAfterMs * (1 + random / 10), firstRestMs / 2));
}
