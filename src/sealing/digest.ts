import { base64url } from 'jose';

/** SHA-256 of bytes, base64url without padding. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The value of a Content-Digest header (RFC 9530) for a digest in base64url. */
export function contentDigest(digest: string): string {
  const base64 = btoa(String.fromCharCode(...base64url.decode(digest)));
  return `sha-256=:${base64}:`;
}
