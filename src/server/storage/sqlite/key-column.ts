import { type PublicKey, publicKeyField } from '../../../protocol/fields';

/** A public key as its column holds it. */
export function writeKey({ kty, crv, x, y }: PublicKey): string {
  return JSON.stringify({ kty, crv, x, y });
}

/** Throws where the column was altered by somebody else. */
export function readKey(text: string): PublicKey {
  return publicKeyField.parse(JSON.parse(text));
}
