import type { Refusal } from '../queue/entry';
import type { DeliveryState, RestReason } from './delivery-state';
import { restDelayMs } from './pace/backoff';
import type { Failure, LoopEffect, LoopEvent, Wish } from './loop/loop-events';
import { isAmongFailed, noScouts, scoutEnded, scoutFor, scoutMissing, type Scouting, scoutingAfterRun } from './loop/scouting';
import { type Line, mostBegun, newLine, noteArrival } from './pace/line';

/**
 * The loop that delivers, as a pure machine: the oldest envelope first, up to the line's width at once, until none
 * waits.
 *
 *   stopped ──start──▶ starting ──begun──▶ running ──none waits, custody due──▶ custody
 *                        ▲  ▲               │ │ ▲                               │   │
 *        any wish,       │  │               │ │ └───── lacking, something new ────┘   │
 *        custody's timer │  │               │ │                                     │
 *                     idle ◀┼── none waits ─┘ │ the way is at fault,                │
 *                       ▲   │                 │ two in a row failed,                │
 *                       └───┼─────────────────┼── some were gone past ──────────────┘
 *        timer, hand,       │                 ▼
 *        online, seen       └────────────── resting, once all that was under way has ended
 *
 * `running` looks for one envelope at a time and begins to send it; each that was begun ends as delivered, refused,
 * or waiting again. `starting` waits for the one lock of all tabs; it is held until idle or resting. A new envelope
 * wakes idle, never resting: a busy venue without a network must not try at every seal; one that comes while the loop
 * looks or asks for custody is looked for before it goes idle. A server's Retry-After is cut short by hand only. A
 * restored server makes custody due at once.
 */
export interface LoopState {
  readonly phase: 'stopped' | 'idle' | 'starting' | 'running' | 'custody' | 'resting';
  /** Sequence number up to which this run has gone. */
  readonly after: number;
  readonly line: Line;
  /** Envelopes begun and not ended; on a wide line more than go at once. */
  readonly underWay: number;
  /** The largest body begun in this run. */
  readonly largestBytes: number;
  readonly isChoosing: boolean;
  /** Whether none was waiting above `after` when it looked last. */
  readonly isThrough: boolean;
  /** Why this run begins nothing more; null while it does. */
  readonly ending: Failure | null;
  /** Why an envelope was gone past in this run; null where none was. */
  readonly goneBy: RestReason | null;
  readonly failuresInRow: number;
  readonly scouting: Scouting;
  /** What the envelope that ended just before was refused for in this run; null where it was not. */
  readonly lastRefusal: Refusal | null;
  /** Rests since things last went well: the exponent of the backoff. */
  readonly rests: number;
  readonly rest: { readonly reason: RestReason; readonly untilMs: number; readonly isAskedFor: boolean } | null;
  readonly lastDeliveryAtMs: number | null;
  readonly custodyDueAtMs: number;
  readonly isRestored: boolean;
  /** Whether the queue has changed since the loop began to look. */
  readonly hasNews: boolean;
}

/** What a step may know of the world. */
export interface Moment {
  readonly nowMs: number;
  /** 0 ≤ random < 1 */
  readonly random: number;
}

export interface Step {
  readonly state: LoopState;
  readonly effects: readonly LoopEffect[];
}

export const initialLoop: LoopState = {
  phase: 'stopped',
  after: 0,
  line: newLine,
  underWay: 0,
  largestBytes: 0,
  isChoosing: false,
  isThrough: false,
  ending: null,
  goneBy: null,
  failuresInRow: 0,
  scouting: noScouts,
  lastRefusal: null,
  rests: 0,
  rest: null,
  lastDeliveryAtMs: null,
  custodyDueAtMs: -Infinity,
  isRestored: false,
  hasNews: false,
};

export const custodyEveryMs = 60 * 60 * 1000;
const custodyRetryMs = 5 * 60 * 1000;
const mostFailuresInRow = 2;

type Handler = (state: LoopState, event: LoopEvent, moment: Moment) => Step;

const same = (state: LoopState): Step => ({ state, effects: [] });

/** What each phase does with what it expects; anything else leaves it as it is. */
const handlers: Readonly<Record<LoopState['phase'], Handler>> = {
  stopped: same,
  idle: same,
  resting: same,
  starting: (state, event, moment) => {
    if (event.kind === 'queueUnreadable') return rest(state, unreadable, moment);
    return event.kind === 'begun' ? beginRun({ ...state, lastDeliveryAtMs: event.lastDeliveryAtMs }, moment) : same(state);
  },
  running: (state, event, moment) => {
    const next = followRun(state, event);
    return next.state === state ? next : proceed(next.state, moment, next.effects);
  },
  custody: (state, event, moment) => {
    if (event.kind === 'queueUnreadable') return rest(state, unreadable, moment);
    return event.kind === 'custodyChecked' ? endCustody(state, event, moment) : same(state);
  },
};

/** One step of the loop. An event that a phase does not expect changes nothing. */
export function stepLoop(state: LoopState, event: LoopEvent, moment: Moment): Step {
  if (event.kind === 'stopped') return { state: { ...state, phase: 'stopped', rest: null }, effects: [{ kind: 'halt' }] };
  if (event.kind === 'wanted') return want(state, event.by);
  return handlers[state.phase](state, event, moment);
}

/** What the kiosk is shown of the loop. */
export function deliveryStateOf({ phase, after, underWay, rest: pause, lastDeliveryAtMs }: LoopState): DeliveryState {
  const isSending = phase === 'running' && (underWay > 0 || after > 0);
  return {
    phase: isSending ? 'sending' : pause ? 'resting' : 'idle',
    reason: isSending ? null : (pause?.reason ?? null),
    nextAttemptAtMs: isSending ? null : (pause?.untilMs ?? null),
    lastDeliveryAtMs,
  };
}

/** Wishes after which the way may be better than it was: the backoff begins anew. */
const freshWishes: readonly Wish[] = ['start', 'online', 'seen', 'nudged', 'hand'];

/** The database is gone or full: nothing is lost, and later may be better. */
const unreadable: Failure = { kind: 'failed', concerns: 'way', reason: 'queueUnreadable', retryAfterMs: null };

function want(state: LoopState, by: Wish): Step {
  const fresh: LoopState = freshWishes.includes(by) ? { ...state, rests: 0 } : state;
  const next = note(fresh, by);
  return mayBegin(state, by) ? { state: { ...next, phase: 'starting' }, effects: [{ kind: 'begin' }] } : same(next);
}

/** What must not be forgotten though the loop is in the midst of something. */
function note(state: LoopState, by: Wish): LoopState {
  if (by === 'restored') return { ...state, isRestored: true };
  return by === 'queue' && !state.hasNews ? { ...state, hasNews: true } : state;
}

function mayBegin({ phase, rest: pause }: LoopState, by: Wish): boolean {
  if (phase === 'stopped') return by === 'start';
  if (phase !== 'resting') return phase === 'idle';
  if (by === 'hand' || by === 'timer') return true;
  return by !== 'queue' && by !== 'restored' && pause?.isAskedFor !== true;
}

function beginRun(state: LoopState, moment: Moment): Step {
  const begun = { underWay: 0, largestBytes: 0, isChoosing: false };
  const fresh = { ...begun, ending: null, goneBy: null, failuresInRow: 0, lastRefusal: null };
  return lookAgain({ ...state, ...fresh, scouting: { ...state.scouting, returnTo: null } }, moment);
}

/** What an event means for the run; whether something is begun thereupon is for `proceed`. */
function followRun(state: LoopState, event: LoopEvent): Step {
  switch (event.kind) {
    case 'chosen':
      return chosen({ ...state, isChoosing: false }, event);
    case 'noneWaiting':
      return same(noneFound({ ...state, isChoosing: false }));
    case 'delivered':
      return same({ ...arrived(state, event), lastRefusal: null, lastDeliveryAtMs: event.atMs });
    case 'refused':
      return refused(state, event);
    case 'passed':
      return same({ ...ended(state), failuresInRow: 0 });
    case 'failed':
      return same(failed(state, event));
    case 'queueUnreadable':
      return same(endUnreadable(state, event.during));
    case 'begun':
    case 'custodyChecked':
    case 'stopped':
    case 'wanted':
      return same(state);
  }
}

function end(state: LoopState, failure: Failure): LoopState {
  return { ...state, ending: state.ending ?? failure };
}

function endUnreadable(state: LoopState, during: LoopEffect['kind']): LoopState {
  return end(during === 'choose' ? { ...state, isChoosing: false } : { ...state, underWay: state.underWay - 1 }, unreadable);
}

function chosen(state: LoopState, { envelopeId, sequence, bytes }: Extract<LoopEvent, { kind: 'chosen' }>): Step {
  if (state.ending) return same(state);
  const begun = { underWay: state.underWay + 1, largestBytes: Math.max(state.largestBytes, bytes) };
  return { state: { ...state, ...begun, after: sequence, rest: null }, effects: [{ kind: 'send', envelopeId }] };
}

/** Where a scout found none, the run goes on where it was; else it is through. */
function noneFound(state: LoopState): LoopState {
  return state.scouting.returnTo === null ? { ...state, isThrough: true } : { ...state, ...scoutMissing(state.scouting) };
}

/** One item fewer under way; where it was a scout, the run goes on where it was. */
function ended(state: LoopState): LoopState {
  return { ...state, underWay: state.underWay - 1, ...scoutEnded(state) };
}

function arrived(state: LoopState, { bytes, atMs }: Extract<LoopEvent, { kind: 'delivered' }>): LoopState {
  const rests = state.goneBy ? state.rests : 0;
  return { ...ended(state), line: noteArrival(state.line, bytes, atMs), rests, failuresInRow: 0 };
}

function refused(state: LoopState, { envelopeId, code, retryAfterMs }: Extract<LoopEvent, { kind: 'refused' }>): Step {
  // A server that has lost a municipality says so of every manifest: two in a row are no fault of theirs.
  if (code === 'manifest-invalid' && state.lastRefusal === code) {
    const failure: Failure = { kind: 'failed', concerns: 'way', reason: 'serverFailed', retryAfterMs };
    return { state: end(state, failure), effects: [{ kind: 'giveBack', envelopeId, failure }] };
  }
  return { state: { ...state, lastRefusal: code }, effects: [{ kind: 'refuse', envelopeId, code }] };
}

function failed(state: LoopState, failure: Failure): LoopState {
  const failuresInRow = state.failuresInRow + 1;
  const next = { ...state, underWay: state.underWay - 1, failuresInRow, lastRefusal: null, goneBy: failure.reason };
  if (failure.concerns === 'way') return end(next, failure);
  const isFirstOfAll = failure.concerns === 'either' && state.scouting.failedUpTo === null;
  if (isFirstOfAll || failuresInRow >= mostFailuresInRow) return end({ ...next, scouting: scoutingAfterRun(next) }, failure);
  return next.underWay === 0 ? { ...next, ...scoutFor(next) } : next;
}

/** Begins what may be begun now, or ends the run when nothing is under way. */
function proceed(state: LoopState, moment: Moment, effects: readonly LoopEffect[] = []): Step {
  const { ending, underWay, largestBytes, isChoosing, isThrough, line, after } = state;
  if (ending) return underWay > 0 || isChoosing ? { state, effects } : rest({ ...state, line: newLine }, ending, moment);
  if (isThrough && underWay === 0) return endPass(state, moment);
  const isWideEnough = underWay >= (isAmongFailed(state) ? 1 : mostBegun(line, largestBytes));
  if (isThrough || isChoosing || isWideEnough) return { state, effects };
  return { state: { ...state, isChoosing: true }, effects: [...effects, { kind: 'choose', after }] };
}

function lookAgain(state: LoopState, moment: Moment): Step {
  return proceed({ ...state, phase: 'running', after: 0, isThrough: false, hasNews: false }, moment);
}

function endPass(state: LoopState, moment: Moment): Step {
  // Something may have come back to waiting behind the run: look once more, unless that tried again what just failed.
  if ((state.after > 0 || state.hasNews) && !state.goneBy) return lookAgain(state, moment);
  const isClockTurnedBack = state.custodyDueAtMs - moment.nowMs > custodyEveryMs;
  const isDue = state.isRestored || moment.nowMs >= state.custodyDueAtMs || isClockTurnedBack;
  if (!isDue) return endRun(state, moment);
  return { state: { ...state, phase: 'custody', isRestored: false }, effects: [{ kind: 'checkCustody' }] };
}

function endCustody(
  state: LoopState,
  { isAnswered, hasLacking }: Extract<LoopEvent, { kind: 'custodyChecked' }>,
  moment: Moment,
): Step {
  const custodyDueAtMs = moment.nowMs + (isAnswered ? custodyEveryMs : custodyRetryMs);
  const next = { ...state, custodyDueAtMs };
  // Restored meanwhile: earlier pages may have been answered by the server as it was before.
  const isToLook = hasLacking || state.hasNews || (isAnswered && state.isRestored);
  return isToLook && !state.goneBy ? lookAgain(next, moment) : endRun(next, moment);
}

function endRun(state: LoopState, moment: Moment): Step {
  if (state.goneBy) {
    return rest(state, { kind: 'failed', concerns: 'envelope', reason: state.goneBy, retryAfterMs: null }, moment);
  }
  const delayMs = Math.max(state.custodyDueAtMs - moment.nowMs, custodyRetryMs);
  const fresh = { after: 0, rests: 0, rest: null, scouting: noScouts };
  return { state: { ...state, phase: 'idle', ...fresh }, effects: [{ kind: 'pause', delayMs }] };
}

function rest(state: LoopState, { reason, retryAfterMs }: Failure, { nowMs, random }: Moment): Step {
  const delayMs = restDelayMs(state.rests, retryAfterMs, random);
  const pause = { reason, untilMs: nowMs + delayMs, isAskedFor: retryAfterMs !== null };
  return {
    state: { ...state, phase: 'resting', after: 0, ending: null, rests: state.rests + 1, rest: pause },
    effects: [{ kind: 'pause', delayMs }],
  };
}
