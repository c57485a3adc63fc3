import type { EntryState } from './entry-state';

/**
 * 取消: an application made in error is voided, and never taken away. Envelope and void travel apart, in either order:
 *
 *   envelope   waiting ─▶ delivered ─▶ fetched by the office ─▶ opened, handed over
 *                │            │             │                        │
 *   void         └────────────┴─ in time:   └─ a clerk decides: the office has it already
 *                                not opened
 *
 *   void on the tablet   waiting ─▶ delivered       by a verified receipt; a clerk's own, told by the server, at once
 *                          ▲  └───▶ refused         the server will not take it; a person decides
 *                          └── the server lacks it
 *
 * The voided envelope is delivered and counted like any other (sealed = waiting + refused + removed + delivered);
 * voided is a figure beside these: what was voided and not refused.
 */
export const voidStates = ['waiting', 'delivered', 'refused'] as const;
export type VoidState = (typeof voidStates)[number];

/** Why an application is voided; the list is closed so that nobody writes names into it. */
export const voidReasons = ['wrongPerson', 'wrongContent', 'madeTwice', 'withdrawn', 'practice'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** How long after its seal an application may be voided at the counter, where the configuration does not say. */
export const usualVoidHours = 24;

export interface Voidable {
  readonly stationId: string;
  readonly sealedAtMs: number;
  readonly state: EntryState;
  /** Of the void that was made of it here or by a clerk, if there is one. */
  readonly voidState: VoidState | undefined;
}

export type VoidJudgement = 'allowed' | 'voidedBefore' | 'voidRefused' | 'removedBefore' | 'otherStation' | 'tooLate';

/**
 * Whether this station may void an envelope of its queue now. Only the key that signed the envelope may: after a second
 * enrolment, or too late, it is for a clerk. A clock that was turned back gives more time, never less.
 */
export function judgeVoid(
  { stationId, sealedAtMs, state, voidState }: Voidable,
  now: { readonly stationId: string; readonly nowMs: number; readonly withinHours: number | undefined },
): VoidJudgement {
  if (voidState) return voidState === 'refused' ? 'voidRefused' : 'voidedBefore';
  if (state === 'removed') return 'removedBefore';
  if (stationId !== now.stationId) return 'otherStation';
  const limitMs = (now.withinHours ?? usualVoidHours) * 60 * 60 * 1000;
  return now.nowMs - sealedAtMs <= limitMs ? 'allowed' : 'tooLate';
}
