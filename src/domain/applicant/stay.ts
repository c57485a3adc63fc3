import type { StayEntry } from './stay-entry';
import { type Day, findDayOfDigits } from '../calendar/day';
import { type ResidentStatus, type StayTerm, stayStanding, termsOf } from '../rules/stay-rule';

export interface ForeignResident {
  readonly status: ResidentStatus;
  readonly term: StayTerm;
  /** Last day of the stay; null where it has no end. */
  readonly stayEndsOn: Day | null;
}

export type StayPart = 'status' | 'term' | 'stayEnd' | 'stayEnded';

export type StayReading =
  { readonly kind: 'complete'; readonly resident: ForeignResident } | { readonly kind: 'missing'; readonly part: StayPart };

/** Reads a stay, or says what to ask next. A stay that has ended needs its extension first: no card is made for it. */
export function readStay({ status, term, endDigits }: StayEntry, day: Day): StayReading {
  if (!status) return { kind: 'missing', part: 'status' };
  const terms = termsOf(status);
  const chosen = terms.length === 1 ? terms[0] : terms.find((candidate) => candidate === term);
  if (!chosen) return { kind: 'missing', part: 'term' };
  if (chosen !== 'limited') return { kind: 'complete', resident: { status, term: chosen, stayEndsOn: null } };
  const stayEndsOn = findDayOfDigits(endDigits);
  if (!stayEndsOn) return { kind: 'missing', part: 'stayEnd' };
  if (stayStanding(stayEndsOn, day) === 'ended') return { kind: 'missing', part: 'stayEnded' };
  return { kind: 'complete', resident: { status, term: chosen, stayEndsOn } };
}
