import { CompactEncrypt, importJWK } from 'jose';
import type { StationEntry } from '../../protocol/configuration';
import type { WrappedDuplicateKeys } from '../../protocol/duplicates/duplicate-tag';
import { type DuplicateSecret, packDuplicateSecrets } from './duplicate-secrets';
import { contentEncryption, keyAgreement, wrappedKeysType } from './wrapping';

/**
 * Wraps the office's secrets (at least one) to one station's agreement key: ECDH-ES with a fresh key of the office's,
 * so that only this tablet can unwrap them.
 */
export async function wrapDuplicateKeys(
  secrets: readonly DuplicateSecret[],
  station: Pick<StationEntry, 'id' | 'agreementKey'>,
): Promise<WrappedDuplicateKeys> {
  const version = Math.max(...secrets.map((secret) => secret.version));
  const packed = packDuplicateSecrets(secrets);
  const wrapped = await new CompactEncrypt(packed)
    .setProtectedHeader({ alg: keyAgreement, enc: contentEncryption, typ: wrappedKeysType, kid: station.id })
    .encrypt(await importJWK({ ...station.agreementKey }, keyAgreement));
  packed.fill(0);
  return { version, wrapped };
}
