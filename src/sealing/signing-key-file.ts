import { exportJWK, generateKeyPair, importJWK } from 'jose';
import { type PublicKey, publicKeyField } from '../protocol/fields';
import { type SigningKey, thumbprint } from './jws';

/** A signing key that its owner keeps as a file: the server's receipt key, the office's configuration key. */
export interface KeptSigningKey {
  readonly signer: SigningKey;
  readonly key: PublicKey;
}

/** Makes a new P-256 signing key; the text (a private JWK) is what its owner's file holds. */
export async function makeSigningKeyFile(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  return `${JSON.stringify({ kty, crv, x, y, d }, null, 2)}\n`;
}

/** Reads a key file; the private half is not extractable again. Undefined where the text is no such key. */
export async function readSigningKeyFile(text: string): Promise<KeptSigningKey | undefined> {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as Record<string, unknown>;
    const key = publicKeyField.parse({ kty, crv, x, y });
    if (typeof d !== 'string') return undefined;
    const privateKey = await importJWK({ ...key, d }, 'ES256', { extractable: false });
    if (privateKey instanceof Uint8Array) return undefined;
    return { signer: { kid: await thumbprint(key), key: privateKey }, key };
  } catch {
    return undefined;
  }
}
