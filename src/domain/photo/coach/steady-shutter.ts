/**
 * The automatic shutter:
 *
 *   watching ── every check passes ──▶ holding ── held for holdMs ──▶ released
 *       ◀────── something fails for graceMs ──────┘                      │
 *       ◀──────────────────── a new shutter for the next take ───────────┘
 *
 * A blink of the measure shorter than the grace neither counts nor starts anew: the clock of the hold stands.
 */
export type ShutterState =
  | { readonly kind: 'watching' }
  | { readonly kind: 'holding'; readonly heldMs: number; readonly lastAtMs: number; readonly lastGoodAtMs: number }
  | { readonly kind: 'released' };

export const shutterTimes = {
  /** Long enough to be seen coming, short enough for a child. */
  holdMs: 1200,
  graceMs: 350,
  /** Good frames further apart are no evidence of what was between them. */
  mostGapMs: 1000,
} as const;

export const watching: ShutterState = { kind: 'watching' };

/** The state after one more measured frame. `atMs` never goes back. */
export function watchFrame(state: ShutterState, isGood: boolean, atMs: number): ShutterState {
  if (state.kind === 'released') return state;
  if (state.kind === 'watching') {
    return isGood ? { kind: 'holding', heldMs: 0, lastAtMs: atMs, lastGoodAtMs: atMs } : state;
  }
  const sinceGoodMs = atMs - state.lastGoodAtMs;
  if (sinceGoodMs > shutterTimes.mostGapMs || (!isGood && sinceGoodMs > shutterTimes.graceMs)) {
    return isGood ? { kind: 'holding', heldMs: 0, lastAtMs: atMs, lastGoodAtMs: atMs } : watching;
  }
  if (!isGood) return { ...state, lastAtMs: atMs };
  const heldMs = state.heldMs + (atMs - state.lastAtMs);
  return heldMs >= shutterTimes.holdMs ? { kind: 'released' } : { kind: 'holding', heldMs, lastAtMs: atMs, lastGoodAtMs: atMs };
}

/** How far the hold has come, 0–1. */
export function holdProgress(state: ShutterState): number {
  if (state.kind === 'holding') return state.heldMs / shutterTimes.holdMs;
  return state.kind === 'released' ? 1 : 0;
}
