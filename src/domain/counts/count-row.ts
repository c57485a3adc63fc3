import type { Channel } from '../campaign/channel';
import type { Kind } from '../campaign/kind';
import type { Method } from '../campaign/method';
import type { Touchpoint } from '../campaign/touchpoint';
import type { Day } from '../calendar/day';
import type { EntryState } from '../submission/entry-state';

/** What is counted of one application: facts of the manifest, nothing about the person. */
export interface CountRow {
  readonly openingId: string;
  readonly day: Day;
  readonly touchpoint: Touchpoint;
  readonly method: Method;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly state: EntryState;
  /** Absent unless it was voided, by a void that is not refused. */
  readonly voidedAtMs?: number;
}
