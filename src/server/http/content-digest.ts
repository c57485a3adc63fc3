import { contentDigest } from '../../sealing/digest';

/** Whether a Content-Digest header (RFC 9530) agrees with a SHA-256; one that names no sha-256 says nothing. */
export function agreesWithDigest(header: string | undefined, digest: string): boolean {
  const stated = (header ?? '').split(',').map((member) => member.trim());
  const sha256Member = stated.find((member) => /^sha-256\s*=/i.test(member));
  return sha256Member === undefined || sha256Member === contentDigest(digest);
}
