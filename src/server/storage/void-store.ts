import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Void } from '../../protocol/void/void';
import type { IssueReceipt } from './envelope-store';

export interface VoidToStore {
  readonly void: Void;
  readonly voidJws: string;
  /** SHA-256 of the JWS. */
  readonly digest: string;
  /** Whose signature was verified: a station's id or the thumbprint of the office's key. */
  readonly signerId: string;
}

export type VoidOutcome =
  | { readonly kind: 'stored'; readonly receiptJws: string }
  /** Already here: the first receipt, byte for byte. */
  | { readonly kind: 'repeated'; readonly receiptJws: string }
  /** The envelope that is here is another than the void says, or its signer has voided it otherwise. Nothing was stored. */
  | { readonly kind: 'notAllowed' };

export interface StoredVoid {
  readonly envelopeId: string;
  readonly voidJws: string;
  /** The office had its copy of the envelope before the void came. */
  readonly isAfterSecured: boolean;
}

export interface OfficeVoidPage {
  /** Compact JWS. */
  readonly voids: readonly string[];
  /** The last envelope of this page, where there are more. */
  readonly next: string | undefined;
}

export interface VoidPage {
  readonly voids: readonly StoredVoid[];
  readonly next: number | undefined;
}

/** Voids, each under the municipality its envelope is destined for. They change nothing about the envelope. */
export interface VoidStore {
  /**
   * Takes a void, also of an envelope that is not here yet: row, receipt and audit event in one transaction. One row
   * for each signer, so that a void that turns out to be no issuer's cannot keep the true one out.
   */
  store(toStore: VoidToStore, issueReceipt: IssueReceipt, nowMs: number): Promise<VoidOutcome>;
  /** Voids of envelopes that are here and are what the void says, in order of their coming, after the cursor. */
  list(destination: MunicipalityCode, page: { readonly after: number; readonly limit: number }): Promise<VoidPage>;
  /**
   * Voids of a station's envelopes, collected by this municipality, that the station did not sign itself; by envelope id,
   * after the cursor (empty for all).
   */
  listByOffice(
    station: { readonly id: string; readonly collectedBy: MunicipalityCode },
    page: { readonly after: string; readonly limit: number },
  ): Promise<OfficeVoidPage>;
  /** Which of these envelopes, collected by this municipality, have no void here. */
  lacking(collectedBy: MunicipalityCode, envelopeIds: readonly string[]): Promise<readonly string[]>;
}
