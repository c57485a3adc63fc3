import { compactDecrypt } from 'jose';
import type { StationKeys } from '../station-keys';
import { unpackDuplicateSecrets } from './duplicate-secrets';
import { type DuplicateKey, importDuplicateKey } from './duplicate-tag';
import { contentEncryption, keyAgreement, wrappedKeysType } from './wrapping';

/**
 * The keys that the office wrapped to this station, newest first; not extractable, and what was unwrapped is erased.
 * Empty where they are not for this station or not whole.
 */
export async function unwrapDuplicateKeys(
  wrapped: string,
  { stationId, agreement }: Pick<StationKeys, 'stationId' | 'agreement'>,
): Promise<readonly DuplicateKey[]> {
  const packed = await decrypt(wrapped, stationId, agreement.privateKey);
  const secrets = packed && unpackDuplicateSecrets(packed);
  const keys = await Promise.all((secrets ?? []).map(({ version, secret }) => importDuplicateKey(version, secret)));
  packed?.fill(0);
  return keys;
}

async function decrypt(wrapped: string, stationId: string, key: CryptoKey): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(wrapped, key, {
      keyManagementAlgorithms: [keyAgreement],
      contentEncryptionAlgorithms: [contentEncryption],
    });
    const isForThisStation = protectedHeader.typ === wrappedKeysType && protectedHeader['kid'] === stationId;
    const own = isForThisStation ? new Uint8Array(plaintext) : undefined;
    plaintext.fill(0);
    return own;
  } catch {
    return undefined;
  }
}
