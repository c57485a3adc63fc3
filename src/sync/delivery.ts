import type { ProblemCode } from '../protocol/problem';
import type { DeliveryState, RestReason } from './delivery-state';

/**
 * The loop that delivers, as a pure machine: the oldest envelope first, one at a time, until none waits.
 *
 *   stopped ──start──▶ starting ──begun──▶ choosing ◀──delivered, refused, one gone past──┐
 *                        ▲  ▲               │  │  └────────────── chosen ────────────▶ sending
 *        any wish,       │  │               │  │ none waits, custody due                 │
 *        custody's timer │  │               │  ▼                                         │
 *                     idle  │               │ custody ──lacking──▶ choosing              │ the way is at fault,
 *                       ▲   │               │  │                                         │ or two in a row failed
 *                       └───┼── none waits ─┴──┤                                         │
 *        timer, hand,       │                  │ some were gone past                     │
 *        online, seen       └──── resting ◀────┴─────────────────────────────────────────┘
 *
 * `starting` waits for the one lock of all tabs; it is held until idle or resting. A new envelope wakes idle, never
 * resting: a busy venue without a network must not try at every seal. A server's Retry-After is cut short by hand
 * only.
 */
export interface LoopState {
  readonly phase: 'stopped' | 'idle' | 'starting' | 'choosing' | 'sending' | 'custody' | 'resting';
  /** Sequence number up to which this run has gone. */
  readonly after: number;
  /** Why an envelope was gone past in this run; null where none was. */
  readonly goneBy: RestReason | null;
  readonly failuresInRow: number;
  /** What the envelope just before was refused for in this run; null where it was not. */
  readonly lastRefusal: ProblemCode | null;
  /** Rests since things last went well: the exponent of the backoff. */
  readonly rests: number;
  readonly rest: { readonly reason: RestReason; readonly untilMs: number; readonly isAskedFor: boolean } | null;
  readonly lastDeliveryAtMs: number | null;
  readonly custodyDueAtMs: number;
}

export type Wish = 'start' | 'queue' | 'timer' | 'online' | 'seen' | 'hand';

export interface Failure {
  readonly kind: 'failed';
  /** Whether only this envelope is concerned, or the way to the server. */
  readonly concerns: 'envelope' | 'run';
  readonly reason: RestReason;
  /** When the server asked to come back; null where it did not. */
  readonly retryAfterMs: number | null;
}

export type LoopEvent =
  | { readonly kind: 'wanted'; readonly by: Wish }
  | { readonly kind: 'begun'; readonly lastDeliveryAtMs: number | null }
  | { readonly kind: 'chosen'; readonly envelopeId: string; readonly sequence: number }
  | { readonly kind: 'noneWaiting' }
  | { readonly kind: 'delivered' }
  /** Refused for good, or (null) no longer waiting when its turn came. */
  | { readonly kind: 'passed'; readonly refusal: ProblemCode | null }
  | Failure
  | { readonly kind: 'custodyChecked'; readonly isAnswered: boolean; readonly hasLacking: boolean }
  | { readonly kind: 'stopped' };

export type LoopEffect =
  /** Take the lock, put interrupted envelopes back → begun. Ends a wake that was set. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'choose'; readonly after: number }
  | { readonly kind: 'send'; readonly envelopeId: string; readonly lastRefusal: ProblemCode | null }
  | { readonly kind: 'checkCustody' }
  /** Let the lock go and come back with `wanted` by timer. */
  | { readonly kind: 'pause'; readonly delayMs: number }
  | { readonly kind: 'halt' };

/** What a step may know of the world. */
export interface Moment {
  readonly nowMs: number;
  /** 0 ≤ random < 1 */
  readonly random: number;
}

export interface Step {
  readonly state: LoopState;
  readonly effect?: LoopEffect;
}

export const initialLoop: LoopState = {
  phase: 'stopped',
  after: 0,
  goneBy: null,
  failuresInRow: 0,
  lastRefusal: null,
  rests: 0,
  rest: null,
  lastDeliveryAtMs: null,
  custodyDueAtMs: -Infinity,
};

export const custodyEveryMs = 60 * 60 * 1000;
const custodyRetryMs = 5 * 60 * 1000;
const firstRestMs = 5_000;
const longestRestMs = 5 * 60 * 1000;
const mostFailuresInRow = 2;

type Handler = (state: LoopState, event: LoopEvent, moment: Moment) => Step;

/** What each phase does with what it expects; anything else leaves it as it is. */
const handlers: Readonly<Record<LoopState['phase'], Handler>> = {
  stopped: (state) => ({ state }),
  idle: (state) => ({ state }),
  resting: (state) => ({ state }),
  starting: (state, event, moment) => {
    if (event.kind === 'failed') return rest(state, event, moment);
    if (event.kind !== 'begun') return { state };
    const { lastDeliveryAtMs } = event;
    return choose({ ...state, lastDeliveryAtMs, goneBy: null, failuresInRow: 0, lastRefusal: null }, 0);
  },
  choosing: (state, event, moment) => {
    if (event.kind === 'failed') return rest(state, event, moment);
    if (event.kind === 'chosen') return send(state, event.envelopeId, event.sequence);
    return event.kind === 'noneWaiting' ? endPass(state, moment) : { state };
  },
  sending: (state, event, moment) => {
    if (event.kind === 'failed') return fail(state, event, moment);
    if (event.kind === 'delivered') return succeed(state, moment);
    if (event.kind !== 'passed') return { state };
    return choose({ ...state, failuresInRow: 0, lastRefusal: event.refusal }, state.after);
  },
  custody: (state, event, moment) => {
    if (event.kind === 'failed') return rest(state, event, moment);
    return event.kind === 'custodyChecked' ? endCustody(state, event, moment) : { state };
  },
};

/** One step of the loop. An event that a phase does not expect changes nothing. */
export function stepLoop(state: LoopState, event: LoopEvent, moment: Moment): Step {
  if (event.kind === 'stopped') return { state: { ...state, phase: 'stopped', rest: null }, effect: { kind: 'halt' } };
  if (event.kind === 'wanted') return want(state, event.by);
  return handlers[state.phase](state, event, moment);
}

/** What the kiosk is shown of the loop. */
export function deliveryStateOf({ phase, after, rest: pause, lastDeliveryAtMs }: LoopState): DeliveryState {
  const isSending = phase === 'sending' || (phase === 'choosing' && after > 0);
  return {
    phase: isSending ? 'sending' : pause ? 'resting' : 'idle',
    reason: isSending ? null : (pause?.reason ?? null),
    nextAttemptAtMs: isSending ? null : (pause?.untilMs ?? null),
    lastDeliveryAtMs,
  };
}

/** Wishes after which the way may be better than it was: the backoff begins anew. */
const freshWishes: readonly Wish[] = ['start', 'online', 'seen', 'hand'];

function want(state: LoopState, by: Wish): Step {
  const next: LoopState = freshWishes.includes(by) ? { ...state, rests: 0 } : state;
  return mayBegin(state, by) ? { state: { ...next, phase: 'starting' }, effect: { kind: 'begin' } } : { state: next };
}

function mayBegin({ phase, rest: pause }: LoopState, by: Wish): boolean {
  if (phase === 'stopped') return by === 'start';
  if (phase !== 'resting') return phase === 'idle';
  if (by === 'hand' || by === 'timer') return true;
  return by !== 'queue' && pause?.isAskedFor !== true;
}

function choose(state: LoopState, after: number): Step {
  return { state: { ...state, phase: 'choosing', after }, effect: { kind: 'choose', after } };
}

function send(state: LoopState, envelopeId: string, sequence: number): Step {
  const { lastRefusal } = state;
  return {
    state: { ...state, phase: 'sending', after: sequence, rest: null },
    effect: { kind: 'send', envelopeId, lastRefusal },
  };
}

function succeed(state: LoopState, { nowMs }: Moment): Step {
  const rests = state.goneBy ? state.rests : 0;
  return choose({ ...state, rests, failuresInRow: 0, lastRefusal: null, lastDeliveryAtMs: nowMs }, state.after);
}

function fail(state: LoopState, failure: Failure, moment: Moment): Step {
  const failuresInRow = state.failuresInRow + 1;
  if (failure.concerns === 'run' || failuresInRow >= mostFailuresInRow) return rest(state, failure, moment);
  return choose({ ...state, failuresInRow, lastRefusal: null, goneBy: failure.reason }, state.after);
}

function endPass(state: LoopState, moment: Moment): Step {
  // Something may have come back to waiting behind the run: look once more from the front, unless that would try
  // again at once what has just failed.
  if (state.after > 0 && !state.goneBy) return choose(state, 0);
  const isClockTurnedBack = state.custodyDueAtMs - moment.nowMs > custodyEveryMs;
  const isDue = moment.nowMs >= state.custodyDueAtMs || isClockTurnedBack;
  return isDue ? { state: { ...state, phase: 'custody' }, effect: { kind: 'checkCustody' } } : endRun(state, moment);
}

function endCustody(
  state: LoopState,
  { isAnswered, hasLacking }: Extract<LoopEvent, { kind: 'custodyChecked' }>,
  moment: Moment,
): Step {
  const custodyDueAtMs = moment.nowMs + (isAnswered ? custodyEveryMs : custodyRetryMs);
  const next = { ...state, custodyDueAtMs };
  return hasLacking && !state.goneBy ? choose(next, 0) : endRun(next, moment);
}

function endRun(state: LoopState, moment: Moment): Step {
  if (state.goneBy) {
    return rest(state, { kind: 'failed', concerns: 'envelope', reason: state.goneBy, retryAfterMs: null }, moment);
  }
  const delayMs = Math.max(state.custodyDueAtMs - moment.nowMs, custodyRetryMs);
  return { state: { ...state, phase: 'idle', after: 0, rests: 0, rest: null }, effect: { kind: 'pause', delayMs } };
}

function rest(state: LoopState, { reason, retryAfterMs }: Failure, { nowMs, random }: Moment): Step {
  const backoffMs = Math.min(firstRestMs * 2 ** state.rests, longestRestMs) * (0.5 + random / 2);
  const delayMs = Math.round(retryAfterMs === null ? backoffMs : Math.max(retryAfterMs * (1 + random / 10), firstRestMs / 2));
  const pause = { reason, untilMs: nowMs + delayMs, isAskedFor: retryAfterMs !== null };
  return {
    state: { ...state, phase: 'resting', after: 0, rests: state.rests + 1, rest: pause },
    effect: { kind: 'pause', delayMs },
  };
}
