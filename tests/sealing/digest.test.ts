import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDigest, sha256 } from '../../src/sealing/digest';

describe('digests', () => {
  it('are SHA-256, base64url for our documents and RFC 9530 for the header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (some) => {
        const hash = createHash('sha256').update(some).digest();
        const digest = await sha256(new Uint8Array(some));
        expect(digest).toBe(hash.toString('base64url'));
        expect(contentDigest(digest)).toBe(`sha-256=:${hash.toString('base64')}:`);
      }),
    );
  });

  it('of a view cover the view and not the buffer around it', async () => {
    const around = new Uint8Array([1, 2, 3, 4]);
    await expect(sha256(around.subarray(1, 3))).resolves.toBe(await sha256(new Uint8Array([2, 3])));
  });
});
