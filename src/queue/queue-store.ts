import type { Day } from '../domain/calendar/day';
import type { Figures } from '../domain/counts/daily-count';
import type { ReceptionNumber } from '../domain/submission/reception-number';
import type { SealedEnvelope } from '../sealing/seal';
import type { AppendResult, Entry, EntryChange, EnvelopeReceipt, Refusal, Removal, StoredReceipt } from './entry';
import type { SealedBytes } from './bytes/sealed-bytes';
import type { InFileStore } from './in-file/in-file-store';
import type { VoidStore } from './voids/void-store';

export interface StoredEnvelope {
  readonly manifestJws: string;
  /** The age file. */
  readonly bytes: SealedBytes;
}

export type Sending =
  | {
      readonly kind: 'changed';
      readonly entry: Entry;
      /** Undefined where it is gone or damaged. */
      readonly sealed: StoredEnvelope | undefined;
    }
  | Extract<EntryChange, { kind: 'unchanged' }>;

/** Envelopes that are about to be sent, and receipts of others, which have arrived. */
export interface Marks {
  readonly sending: readonly string[];
  readonly delivered: readonly EnvelopeReceipt[];
}

export interface Marked {
  readonly sending: readonly Sending[];
  readonly delivered: readonly EntryChange[];
}

/**
 * The envelopes of this tablet and their entries. Whatever implements it guarantees:
 *
 * - A promise of a change is fulfilled only when the change is durable: it survives a killed tab and a cut of power.
 * - Envelope and entry are written together or not at all; so are a state and what belongs to it. The one entry
 *   without an envelope is that of `inFile`.
 * - Sequence numbers are gapless from 1, also with two tabs at once: one append of a number succeeds, once.
 * - No state change that `canBecome` forbids is ever written; the check is made in the transaction of the change.
 * - Every operation is safe to repeat: an append of an envelope that is already here is `appended` again.
 * - Entries are never deleted; sealed bytes only by `purge` and `remove`.
 * - No operation but `readSealed` and `mark` loads sealed bytes, and none but `countRowsOn` takes time that grows with the
 *   number of entries loaded beyond its limit.
 *
 * Rejects only where the database cannot be used at all (`DatabaseUnavailable`).
 */
export interface QueueStore {
  /** What was voided: it travels the same way, and counts beside the envelopes. */
  readonly voids: VoidStore;
  /** What there was no room for: its entry alone, while its bytes leave in a file. */
  readonly inFile: InFileStore;

  /** The number the next envelope must carry. */
  nextSequence(): Promise<number>;
  /** Where only the number of this very envelope was reserved, its bytes join the entry, which waits from now on. */
  append(sealed: SealedEnvelope): Promise<AppendResult>;

  /**
   * In one transaction for all of them; answers in the same order.
   *
   * - `sending`: waiting → sending; counts an attempt, and reads what is to be sent. Of two callers at once, one is told
   *   `changed`.
   * - `delivered`: sending → delivered, together with the verified receipts and the time of the last delivery.
   */
  mark(marks: Marks): Promise<Marked>;
  /** sending or refused → waiting; never where the bytes are in a file. In one transaction; answers in the same order. */
  markWaiting(envelopeIds: readonly string[]): Promise<readonly EntryChange[]>;
  /** To delivered from wherever it waits, with the receipt: for an envelope that went out in a transfer file. */
  markDeliveredByFile(envelopeId: string, receipt: StoredReceipt): Promise<EntryChange>;
  /** sending → refused */
  markRefused(envelopeId: string, refusal: Refusal): Promise<EntryChange>;
  /** refused → removed: removes the sealed bytes, keeps the entry with the reason. */
  remove(envelopeId: string, removal: Removal): Promise<EntryChange>;
  /** Every sending → waiting, for the one runner, before it begins. Returns how many there were. */
  returnInterrupted(): Promise<number>;
  /** delivered → waiting, for those that the server turned out to lack; → refused where the bytes are in a file. */
  markLacking(envelopeIds: readonly string[]): Promise<void>;
  /** Remembers that the office holds its own copy of these delivered envelopes. */
  markSecured(envelopeIds: readonly string[]): Promise<void>;
  /** delivered → purged: removes the sealed bytes, keeps the entry. Only for entries that are secured. */
  purge(envelopeId: string): Promise<EntryChange>;

  readSealed(envelopeId: string): Promise<StoredEnvelope | undefined>;
  findEntry(envelopeId: string): Promise<Entry | undefined>;
  findNumbered(receptionNumber: ReceptionNumber): Promise<Entry | undefined>;
  /** The last number a resident was given: the highest that is not reserved only. */
  lastEntry(): Promise<Entry | undefined>;
  /** Waiting entries by sequence number above `after` (0 for all), oldest first. */
  listWaiting(limit: number, after?: number): Promise<readonly Entry[]>;
  /** Waiting, sending and refused entries, oldest first. */
  listUndelivered(limit: number): Promise<readonly Entry[]>;
  /** Refused entries, oldest first, however many wait before them. */
  listRefused(limit: number): Promise<readonly Entry[]>;
  /** Delivered and not purged, by sequence number above `after`. */
  deliveredEntries(limit: number, after?: number): Promise<readonly Entry[]>;
  /** Entries with one of these duplicate tags, by sequence number; those that were taken away are none. */
  entriesWithTag(tags: readonly string[]): Promise<readonly Entry[]>;
  /** Every entry of an opening's day, in order of sequence. */
  countRowsOn(day: Day): Promise<readonly Entry[]>;
  /** Over all entries; counted without loading them. */
  figures(): Promise<Figures>;
  /** Over the entries of one opening; counted without loading them. */
  openingFigures(day: Day, openingId: string): Promise<Figures>;
  /** When a receipt was last verified, by the tablet's clock. */
  lastDeliveryAtMs(): Promise<number | undefined>;
}
