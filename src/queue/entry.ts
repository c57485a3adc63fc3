import type { CountRow } from '../domain/counts/count-row';
import type { ReceptionNumber } from '../domain/submission/reception-number';
import type { Manifest } from '../protocol/manifest';
import type { RemovalReason } from '../domain/submission/removal';
import type { ProblemCode } from '../protocol/problem';

/**
 * Why an envelope is not delivered by trying again: the server's word, that its bytes cannot be read here, or that
 * they were never stored here and lie in a file.
 */
export type Refusal = ProblemCode | 'bytes-unreadable' | 'kept-in-file';

/** Of an envelope for whose bytes the tablet had no room. */
export interface InFile {
  /** Its bytes are elsewhere; a void of it must repeat what stands here. */
  readonly manifestJws: string;
  /**
   * When the file was known to be saved, by the tablet's own clock. Null: the number is only reserved, and nobody was
   * given it; a file may exist all the same.
   */
  readonly savedAtMs: number | null;
}

/** Who took an envelope away, when and why. */
export interface Removal {
  readonly reason: RemovalReason;
  readonly attendantId: string | null;
  /** By the tablet's own clock. */
  readonly removedAtMs: number;
}

export interface StoredReceipt {
  readonly receiptJws: string;
  /** When it was verified, by the tablet's clock. */
  readonly verifiedAtMs: number;
}

/** Whose receipt it is, too. */
export interface EnvelopeReceipt extends StoredReceipt {
  readonly envelopeId: string;
}

/**
 * What the tablet remembers of an envelope for good: its count row, and how far its delivery has come. Facts of
 * the manifest only, so that lists and counts never touch the sealed bytes.
 */
export interface Entry extends CountRow {
  readonly envelopeId: string;
  readonly sequence: number;
  /** The station that signed the manifest: after a second enrolment not the tablet's present one. */
  readonly stationId: string;
  readonly receptionNumber: ReceptionNumber;
  readonly digest: string;
  /** Bytes of the age file. */
  readonly size: number;
  readonly campaignId: string;
  readonly photo: Manifest['photo'];
  /** Found by an index. Absent where the station had no key for tags, and in entries of earlier versions. */
  readonly duplicateTag?: string;
  /** By the tablet's own clock. */
  readonly sealedAtMs: number;
  /** How often sending was begun. */
  readonly attempts: number;
  /** Why it is refused; only while `refused`, and of what was `removed`. */
  readonly refusal: Refusal | null;
  /** Absent unless `removed`: entries of earlier versions know nothing of it. */
  readonly removal?: Removal;
  /** Absent unless its sealed bytes left in a file because there was no room for them. */
  readonly inFile?: InFile;
  /** Absent unless its void lies in the queue and is not refused. By the clock of whoever signed it. */
  readonly voidedAtMs?: number;
  /** When the receipt was verified; null again where the server turned out to lack it. */
  readonly deliveredAtMs: number | null;
  /** The office holds its own durable copy. */
  readonly isSecured: boolean;
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly entry: Entry }
  /** The sequence number is not the next one: take `nextSequence` again and seal again. */
  | { readonly kind: 'sequenceTaken' }
  /** The tablet has no room. Nothing of the envelope was written. */
  | { readonly kind: 'storageFull' };

/** `unchanged`: the entry's state does not allow the change (or there is no such entry); nothing was written. */
export type EntryChange =
  { readonly kind: 'changed'; readonly entry: Entry } | { readonly kind: 'unchanged'; readonly entry: Entry | undefined };

/** The entry of an envelope that was sealed just now. */
export function entryOf(manifest: Manifest): Entry {
  return {
    envelopeId: manifest.envelopeId,
    sequence: manifest.sequence,
    stationId: manifest.stationId,
    receptionNumber: manifest.receptionNumber,
    digest: manifest.digest,
    size: manifest.size,
    campaignId: manifest.campaignId,
    openingId: manifest.openingId,
    day: manifest.day,
    touchpoint: manifest.touchpoint,
    method: manifest.method,
    channel: manifest.channel,
    kind: manifest.kind,
    photo: manifest.photo,
    ...(manifest.duplicateTag && { duplicateTag: manifest.duplicateTag.tag }),
    sealedAtMs: Date.parse(manifest.sealedAt),
    state: 'waiting',
    attempts: 0,
    refusal: null,
    deliveredAtMs: null,
    isSecured: false,
  };
}
