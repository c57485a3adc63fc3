const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether the sealed bytes of a delivered envelope may leave the tablet: the office has its own copy, and the
 * configured number of days has passed. A clock set back keeps them longer, never shorter.
 */
export function mayPurge(
  delivered: { readonly deliveredAtMs: number; readonly isSecured: boolean },
  nowMs: number,
  keepDays: number,
): boolean {
  return delivered.isSecured && nowMs - delivered.deliveredAtMs >= keepDays * dayMs;
}

/** Up to when the office must have been done with an envelope for its sealed bytes to leave the server now. */
export function doneLongEnoughMs(nowMs: number, keepDays: number): number {
  return nowMs - keepDays * dayMs;
}
