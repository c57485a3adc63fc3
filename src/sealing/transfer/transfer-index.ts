import type { PublicKey } from '../../protocol/fields';
import { type TransferIndex, transferIndexSchema, transferIndexType } from '../../protocol/transfer/transfer-index';
import { type SigningKey, signJws, verifyJws } from '../jws';

/** Signs the index of a part with the station's key; `kid` is the station's id. */
export function signTransferIndex(index: TransferIndex, key: SigningKey): Promise<string> {
  return signJws(index, transferIndexType, key);
}

/** Verifies a part's index against the keys of known stations; undefined where anything about it does not hold. */
export async function verifyTransferIndex(
  jws: string,
  findStationKey: (stationId: string) => PublicKey | undefined,
): Promise<TransferIndex | undefined> {
  let signer: string | undefined;
  const findKey = (kid: string): PublicKey | undefined => {
    signer = kid;
    return findStationKey(kid);
  };
  const index = await verifyJws(jws, { typ: transferIndexType, schema: transferIndexSchema, findKey });
  return index && index.stationId === signer ? index : undefined;
}
