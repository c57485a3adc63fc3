import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Manifest } from '../../protocol/manifest';
import type { Receipt } from '../../protocol/receipt';

export interface EnvelopeToStore {
  readonly manifest: Manifest;
  readonly manifestJws: string;
  /** Exactly the bytes whose size and digest the manifest states; the caller has checked them, and gives them away. */
  readonly bytes: Uint8Array;
  readonly state: Receipt['state'];
}

/**
 * Makes the receipt for the chain's head that includes this envelope. Called inside the transaction, so that
 * the receipt is stored with the row; what it returns must not leave the server before the write has resolved.
 */
export type IssueReceipt = (auditHead: string) => Promise<string>;

export type StoreOutcome =
  | { readonly kind: 'stored'; readonly receiptJws: string }
  /** Already here: the first receipt, byte for byte. */
  | { readonly kind: 'repeated'; readonly receiptJws: string }
  /** The id, the digest within the destination, or the station's sequence number is another envelope's. */
  | { readonly kind: 'conflict' };

export interface StoredEnvelope {
  readonly envelopeId: string;
  readonly manifestJws: string;
  readonly receiptJws: string;
  readonly isSecured: boolean;
  /** A clerk let it through though its station was revoked. Absent while that is not so, as are the others. */
  readonly isReleased?: true;
  /** The office has finished with it. */
  readonly isDone?: true;
  /** Its bytes are gone, some time after it was done. */
  readonly isPurged?: true;
}

export type DoneOutcome = 'done' | 'notSecured' | 'held' | 'unknown';

export interface EnvelopePage {
  readonly envelopes: readonly StoredEnvelope[];
  /** Cursor of the last one; undefined where nothing follows. */
  readonly next: number | undefined;
}

export interface Custody {
  readonly lacking: readonly string[];
  readonly secured: readonly string[];
}

/** Sealed envelopes, each under the municipality it is destined for. */
export interface EnvelopeStore {
  /**
   * Takes an envelope: bytes, index row, receipt and audit event in one transaction. However many identical ones
   * come at once, there is one row and one receipt. A conflict leaves an audit event and nothing else. A repeat of one
   * whose bytes were lost brings them back.
   */
  store(envelope: EnvelopeToStore, issueReceipt: IssueReceipt, nowMs: number): Promise<StoreOutcome>;
  /** In the order in which they were stored, those after the cursor. Nothing stored later sorts before. */
  list(destination: MunicipalityCode, page: { readonly after: number; readonly limit: number }): Promise<EnvelopePage>;
  find(destination: MunicipalityCode, envelopeId: string): Promise<StoredEnvelope | undefined>;
  findBytes(destination: MunicipalityCode, envelopeId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Notes that the office holds its own copy; the first time counts. False where there is no such envelope. */
  markSecured(destination: MunicipalityCode, envelopeId: string, nowMs: number): Promise<boolean>;
  /** Lets a held envelope through, in a clerk's name; the first time counts. */
  release(
    destination: MunicipalityCode,
    envelopeId: string,
    clerk: string,
    nowMs: number,
  ): Promise<'released' | 'notHeld' | 'unknown'>;
  /**
   * Notes that the office has finished with it; the first time counts. Not before the office has it, nor while it is held
   * and no clerk has let it through: what is done loses its bytes. Its time is never before the last event of the audit, so
   * that a clock that is behind does not shorten the time to keep.
   */
  markDone(destination: MunicipalityCode, envelopeId: string, nowMs: number): Promise<DoneOutcome>;
  /**
   * Takes the bytes of envelopes away that were done no later than this; rows, manifests and receipts stay. At most
   * `limit` of them, the longest done first; returns how many there were.
   */
  purgeDone(
    destination: MunicipalityCode,
    done: { readonly untilMs: number; readonly limit: number },
    nowMs: number,
  ): Promise<number>;
  /**
   * Gives up bytes that are not those of their digest, after a restore. Returns the ids of all envelopes that are without
   * bytes though none were purged; each has its event, and its bytes back as soon as it is stored again.
   */
  giveUpDamaged(destination: MunicipalityCode, nowMs: number): Promise<readonly string[]>;
  /**
   * What became of envelopes that a municipality's stations collected, whichever of them: a tablet enrolled again asks
   * under another key than it sealed with. Those of other municipalities count as lacking, as do those whose bytes were
   * lost, whatever was said of them before; those whose bytes were purged do not, and stay secured.
   */
  custodyOf(collectedBy: MunicipalityCode, envelopeIds: readonly string[]): Promise<Custody>;
  /** Those that a municipality's stations collected with one of these duplicate tags, the last stored first. */
  listWithTag(
    collectedBy: MunicipalityCode,
    tags: readonly string[],
    limit: number,
  ): Promise<readonly Pick<StoredEnvelope, 'manifestJws'>[]>;
}
