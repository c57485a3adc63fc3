import type { VoidReason, VoidState } from '../../domain/submission/voiding';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { ProblemCode } from '../../protocol/problem';
import type { StoredReceipt } from '../entry';

/** A void as the tablet keeps it, for good. Without personal data, as the entry it belongs to. */
export interface VoidRecord {
  readonly envelopeId: string;
  /** The number of the envelope's entry. */
  readonly sequence: number;
  readonly receptionNumber: ReceptionNumber;
  /** The station that signed the envelope. */
  readonly stationId: string;
  readonly voidJws: string;
  /** SHA-256 of the JWS: what a receipt must name. */
  readonly digest: string;
  readonly reason: VoidReason;
  readonly attendantId: string | null;
  /** By the clock of whoever signed: the tablet's own, or the office's. */
  readonly voidedAtMs: number;
  readonly state: VoidState;
  /** Why it is refused; only while `refused`. */
  readonly refusal: ProblemCode | null;
  /** Null while it is not delivered, and of the office's, which came from the server. */
  readonly receipt: StoredReceipt | null;
  /** Absent unless a clerk voided it and the server told so. */
  readonly isByOffice?: true;
}

export type NewVoid = Omit<VoidRecord, 'state' | 'refusal' | 'receipt' | 'isByOffice'>;

export type AddVoid =
  | { readonly kind: 'added'; readonly record: VoidRecord }
  /** Voided before (the first stays), taken away, or not here. Nothing was written. */
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'storageFull' };

export interface VoidFigures {
  /** All that were ever made here, or by the office of what was sealed here, and are not refused. */
  readonly voided: number;
  readonly waiting: number;
  readonly refused: number;
}

/**
 * The voids of this tablet. Guarantees: a fulfilled change is durable; a void and the mark on its entry are written
 * together; every operation is safe to repeat; nothing is ever deleted. A void made here is delivered only with a receipt
 * that the caller verified. None of them is marked while it is sent: sending it twice does no more than once.
 */
export interface VoidStore {
  add(made: NewVoid): Promise<AddVoid>;
  /**
   * Takes what the office voided, whose signatures the caller verified: delivered from the start. What was voided here
   * stays, unless it is refused; what is of no envelope here is passed over. False where nothing changed.
   */
  addByOffice(made: readonly NewVoid[]): Promise<boolean>;
  find(envelopeId: string): Promise<VoidRecord | undefined>;
  /** The waiting void with the lowest sequence number above `after` (0 for all). */
  oldestWaiting(after?: number): Promise<VoidRecord | undefined>;
  /** Waiting and refused ones, oldest first. */
  listUndelivered(limit: number): Promise<readonly VoidRecord[]>;
  /** By sequence number above `after`. */
  delivered(limit: number, after?: number): Promise<readonly VoidRecord[]>;
  /** waiting or refused → delivered; false where nothing changed. */
  markDelivered(envelopeId: string, receipt: StoredReceipt): Promise<boolean>;
  /** waiting → refused */
  markRefused(envelopeId: string, refusal: ProblemCode): Promise<boolean>;
  /** refused or delivered (the server lacks it) → waiting */
  markWaiting(envelopeIds: readonly string[]): Promise<boolean>;
  figures(): Promise<VoidFigures>;
}
