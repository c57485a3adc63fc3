import type { Day } from '../calendar/day';
import type { Method } from './method';
import type { Touchpoint } from './touchpoint';

/** 開設: a venue open on one day. An opening keeps its day after midnight. */
export interface Opening {
  readonly id: string;
  readonly campaignId: string;
  /** The place, as residents know it. */
  readonly venue: string;
  /** What happens there that day, for example 1歳6か月児健診. */
  readonly title: string;
  readonly touchpoint: Touchpoint;
  /** The usual method at this venue; chosen beforehand for every applicant. */
  readonly method: Method;
  readonly day: Day;
  /** When it is open, `HH:MM` in Japan; nothing depends on it. */
  readonly hours?: OpeningHours | undefined;
}

export interface OpeningHours {
  readonly from: string;
  readonly to: string;
}

/** The openings of a day, in the order the office listed them. */
export function openingsOn<O extends Pick<Opening, 'day'>>(openings: readonly O[], day: Day): readonly O[] {
  return openings.filter((opening) => opening.day === day);
}
