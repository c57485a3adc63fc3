import { deliveryStateOf, initialLoop, type LoopState, stepLoop } from '../../../src/sync/delivery';
import type { Failure, LoopEffect, LoopEvent, Wish } from '../../../src/sync/loop/loop-events';

export const offline: Failure = { kind: 'failed', concerns: 'way', reason: 'offline', retryAfterMs: null };
export const lost: Failure = { kind: 'failed', concerns: 'either', reason: 'unreachable', retryAfterMs: null };
export const broken: Failure = { kind: 'failed', concerns: 'envelope', reason: 'serverFailed', retryAfterMs: null };
export const begun: LoopEvent = { kind: 'begun', lastDeliveryAtMs: null };
export const noneWaiting: LoopEvent = { kind: 'noneWaiting' };
/** Verified when it is played. */
export const delivered: LoopEvent = { kind: 'delivered', bytes: 300_000, atMs: 0 };
export const passed: LoopEvent = { kind: 'passed' };
export const refused = (sequence: number): LoopEvent => ({
  kind: 'refused',
  envelopeId: `e${sequence}`,
  code: 'manifest-invalid',
  retryAfterMs: null,
});
export const custodyChecked = { kind: 'custodyChecked', isAnswered: true, hasLacking: false } as const;
export const chosen = (sequence: number, bytes = 300_000): LoopEvent => ({
  kind: 'chosen',
  envelopeId: `e${sequence}`,
  sequence,
  bytes,
});
export const wanted = (by: Wish): LoopEvent => ({ kind: 'wanted', by });

/** Plays events on the machine; `random` 1 gives the longest rest of each kind. */
export class Play {
  state: LoopState = initialLoop;
  readonly effects: string[] = [];
  nowMs = 1_000_000;
  readonly random: number;

  constructor(random = 1) {
    this.random = random;
  }

  send(...events: LoopEvent[]): this {
    for (const played of events) {
      const event = played === delivered ? { ...delivered, atMs: this.nowMs } : played;
      const { state, effects } = stepLoop(this.state, event, { nowMs: this.nowMs, random: this.random });
      this.state = state;
      this.effects.push(...effects.map(written));
    }
    return this;
  }

  /** The effects since the last look. */
  look(): string[] {
    return this.effects.splice(0);
  }

  get shown(): ReturnType<typeof deliveryStateOf> {
    return deliveryStateOf(this.state);
  }
}

function written(effect: LoopEffect): string {
  if (effect.kind === 'choose') return `choose ${effect.after}`;
  if (effect.kind === 'send' || effect.kind === 'refuse' || effect.kind === 'giveBack')
    return `${effect.kind} ${effect.envelopeId}`;
  return effect.kind === 'pause' ? `pause ${effect.delayMs}` : effect.kind;
}
