import type { Refusal } from '../../queue/entry';
import type { RestReason } from '../delivery-state';

/** What makes the loop begin, or look again. */
export type Wish = 'start' | 'queue' | 'timer' | 'online' | 'seen' | 'nudged' | 'hand' | 'restored';

export interface Failure {
  readonly kind: 'failed';
  /** The way to the server, only this envelope, or what cannot be told: a proxy may cut off every long one. */
  readonly concerns: 'way' | 'envelope' | 'either';
  readonly reason: RestReason;
  /** When the server asked to come back; null where it did not. */
  readonly retryAfterMs: number | null;
}

export type LoopEvent =
  | { readonly kind: 'wanted'; readonly by: Wish }
  | { readonly kind: 'begun'; readonly lastDeliveryAtMs: number | null }
  /** `bytes`: what the item's body has, which may be in the page's memory while it is under way. */
  | { readonly kind: 'chosen'; readonly envelopeId: string; readonly sequence: number; readonly bytes: number }
  | { readonly kind: 'noneWaiting' }
  /** `atMs`: when its receipt was verified. */
  | { readonly kind: 'delivered'; readonly bytes: number; readonly atMs: number }
  /** The server will not take it, or its bytes cannot be read; it is still marked as being sent. */
  | { readonly kind: 'refused'; readonly envelopeId: string; readonly code: Refusal; readonly retryAfterMs: number | null }
  /** Marked as refused, or no longer waiting when its turn came. */
  | { readonly kind: 'passed' }
  | Failure
  | { readonly kind: 'custodyChecked'; readonly isAnswered: boolean; readonly hasLacking: boolean }
  /** What was asked for could not be done, because the queue cannot be used. */
  | { readonly kind: 'queueUnreadable'; readonly during: LoopEffect['kind'] }
  | { readonly kind: 'stopped' };

export type LoopEffect =
  /** Take the lock, put interrupted envelopes back → begun. Ends a wake that was set. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'choose'; readonly after: number }
  | { readonly kind: 'send'; readonly envelopeId: string }
  /** Mark as refused → passed */
  | { readonly kind: 'refuse'; readonly envelopeId: string; readonly code: Refusal }
  /** Mark as waiting again → failed, with this failure */
  | { readonly kind: 'giveBack'; readonly envelopeId: string; readonly failure: Failure }
  | { readonly kind: 'checkCustody' }
  /** Let the lock go and come back with `wanted` by timer. */
  | { readonly kind: 'pause'; readonly delayMs: number }
  | { readonly kind: 'halt' };
