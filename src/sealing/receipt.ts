import type { PublicKey } from '../protocol/fields';
import { readableReceiptSchema, type Receipt, receiptType } from '../protocol/receipt';
import { readUnverified, type SigningKey, signJws, verifyJws } from './jws';

/** Signs a receipt with a server key. */
export function signReceipt(receipt: Receipt, key: SigningKey): Promise<string> {
  return signJws(receipt, receiptType, key);
}

export interface ReceiptFor {
  readonly envelopeId: string;
  readonly digest: string;
  readonly stationId: string;
}

/** Verifies that a receipt is signed by a known server key and is for exactly this envelope. */
export async function verifyReceipt(
  jws: string,
  expected: ReceiptFor,
  serverKeys: readonly { readonly kid: string; readonly key: PublicKey }[],
): Promise<Receipt | undefined> {
  const findKey = (kid: string): PublicKey | undefined => serverKeys.find((entry) => entry.kid === kid)?.key;
  const receipt = await verifyJws(jws, { typ: receiptType, schema: readableReceiptSchema, findKey });
  const isForThis =
    receipt?.envelopeId === expected.envelopeId && receipt.digest === expected.digest && receipt.stationId === expected.stationId;
  return isForThis ? receipt : undefined;
}

/** Which envelope a receipt names, without believing it: what it is to be verified against is looked up by it. */
export function findReceiptSubject(jws: string): string | undefined {
  return readUnverified(jws, readableReceiptSchema)?.envelopeId;
}
