import { base64url } from 'jose';
import type { ApplicationId } from '../../domain/form/application-id';
import type { DuplicateTag } from '../../protocol/duplicates/duplicate-tag';

/** A key for duplicate tags, as it is used: HMAC-SHA-256, not extractable. */
export interface DuplicateKey {
  readonly version: number;
  readonly key: CryptoKey;
}

/** Says what the code is of, so that it can never be one that is made for another purpose under the same key. */
const label = 'madoguchi duplicate tag ';

/** The tag of an application ID under one key: the same ID under the same key gives the same tag, anywhere. */
export async function makeDuplicateTag(applicationId: ApplicationId, { version, key }: DuplicateKey): Promise<DuplicateTag> {
  const code = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${label}${applicationId}`));
  return { tag: base64url.encode(new Uint8Array(code)), keyVersion: version };
}

/** Takes a secret into use. The bytes are the caller's to erase. */
export async function importDuplicateKey(version: number, secret: Uint8Array<ArrayBuffer>): Promise<DuplicateKey> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return { version, key };
}
