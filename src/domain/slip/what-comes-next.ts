import { hasCircumstance, representedAsOf } from '../application/draft-facts';
import type { Draft } from '../application/draft';
import type { Day } from '../calendar/day';
import type { Kind } from '../campaign/kind';
import { hasIdentityCheck, type Method } from '../campaign/method';
import type { MunicipalityCode } from '../campaign/municipality';

/** What of an application its resident's slip depends on, and no more: nothing of who the person is. */
export interface SlipFacts {
  readonly method: Method;
  readonly kind: Kind;
  /** A statutory representative attends, and comes along when the card is collected. */
  readonly isAccompanied: boolean;
  /** The municipality that goes on with it, where it is not this one. */
  readonly destination: MunicipalityCode | undefined;
}

export function slipFactsOf(draft: Draft, day: Day): SlipFacts {
  const { method, kind } = draft;
  const destination = hasCircumstance(draft, 'nonResident') ? draft.destination : undefined;
  return { method, kind, isAccompanied: representedAsOf(draft, day) !== undefined, destination };
}

/** Mailed where identity was checked when applying; else collected in person. */
export function handingOf(method: Method): 'collected' | 'mailed' {
  return hasIdentityCheck(method) ? 'mailed' : 'collected';
}

/** What happens, in order: sealed today, filed within days, then the card's own way after about a month. */
export const slipStages = ['today', 'days', 'month'] as const;

export type BringItem =
  | 'noticePostcard'
  | 'identityDocuments'
  | 'identityAtDelivery'
  | 'currentCard'
  | 'notificationCard'
  | 'residentCard'
  | 'representative'
  | 'fee';

/** What the resident needs when the card comes, in the order in which it is asked for. */
export function thingsToBring({ method, kind, isAccompanied }: SlipFacts): readonly BringItem[] {
  if (handingOf(method) === 'mailed') return ['identityAtDelivery'];
  return [
    'noticePostcard',
    'identityDocuments',
    ...(kind === 'first' ? (['notificationCard', 'residentCard'] as const) : (['currentCard'] as const)),
    ...(isAccompanied ? (['representative'] as const) : []),
    ...(kind === 'reissue' ? (['fee'] as const) : []),
  ];
}
