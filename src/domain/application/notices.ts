import type { Day } from '../calendar/day';
import type { Kind, KindReason } from '../campaign/kind';
import { type Border, bordersWithin } from '../rules/borders';
import { type ExpressReason, expressReasons } from '../rules/express-rule';
import { stayStanding } from '../rules/stay-rule';

/** What somebody should be told. Nothing of it stands in the way of the application. */
export type Notice =
  /** The stay ends before the card may be there: extend it first, or come again. */
  | { readonly kind: 'stayEndsSoon'; readonly on: Day }
  /** The office may file after this day, on which the rules say something else. */
  | { readonly kind: 'border'; readonly border: Border }
  /** 特急発行 can be asked for at the counter. */
  | { readonly kind: 'express'; readonly reason: ExpressReason };

export interface NoticeFacts {
  readonly birthDate: Day;
  readonly stayEndsOn: Day | null;
  readonly isAdultWard: boolean;
  readonly kind: Kind;
  readonly kindReason: KindReason | null | undefined;
  readonly isFromAbroad: boolean;
}

/** What to tell of an application made on `day` and filed within `filingDays`. */
export function noticesFor(facts: NoticeFacts, day: Day, filingDays: number): readonly Notice[] {
  const { stayEndsOn } = facts;
  const endsSoon = stayEndsOn !== null && stayStanding(stayEndsOn, day) !== 'lasts';
  return [
    ...(endsSoon ? [{ kind: 'stayEndsSoon', on: stayEndsOn } as const] : []),
    ...bordersWithin(filingDays, facts, day).map((border) => ({ kind: 'border', border }) as const),
    ...expressReasons(facts, day).map((reason) => ({ kind: 'express', reason }) as const),
  ];
}
