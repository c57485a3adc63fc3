import type { Day } from '../domain/calendar/day';
import type { EntryState } from '../domain/submission/entry-state';
import type { Entry, EnvelopeReceipt } from './entry';
import type { VoidState } from '../domain/submission/voiding';
import type { VoidRecord } from './voids/void-store';
import type { RosterRecord } from './rosters/roster-store';
import type { SealedBytes } from './bytes/sealed-bytes';
import type { DeviceFacts, EnrolmentAttempt, StationRecord, StoredConfiguration } from './station-store';

/** One sealed envelope: the only record that is large, and the only one that is ever deleted (by purge). */
export interface EnvelopeRecord {
  readonly envelopeId: string;
  readonly manifestJws: string;
  readonly bytes: SealedBytes;
}

/** A small fact under its own name. */
export type DeviceRecord =
  | { readonly name: 'facts'; readonly facts: DeviceFacts }
  | { readonly name: 'lastDelivery'; readonly atMs: number }
  /** Left by an upgrade: the lowest version whose code may use the database. */
  | { readonly name: 'ladder'; readonly usableFrom: number };

/** What lies in the database. A type and not an interface, so that it fits idb's index signature. */
export type Schema = {
  envelopes: { key: string; value: EnvelopeRecord };
  entries: {
    key: number;
    value: Entry;
    indexes: {
      byEnvelope: string;
      byState: [EntryState, number];
      byDay: [Day, string, number];
      byDuplicateTag: string;
    };
  };
  receipts: { key: string; value: EnvelopeReceipt };
  voids: { key: string; value: VoidRecord; indexes: { byState: [VoidState, number] } };
  station: { key: string; value: StationRecord };
  attempts: { key: string; value: EnrolmentAttempt };
  configuration: { key: string; value: StoredConfiguration };
  device: { key: string; value: DeviceRecord };
  rosters: { key: string; value: RosterRecord };
};

export type StoreName = keyof Schema;
