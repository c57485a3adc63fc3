import { describe, expect, it } from 'vitest';
import { thumbprint } from '../../src/sealing/jws';
import { makeSigningKeyFile, readSigningKeyFile } from '../../src/sealing/signing-key-file';

describe('a signing key kept as a file', () => {
  it('comes back, its private half no longer extractable', async () => {
    const kept = await readSigningKeyFile(await makeSigningKeyFile());
    if (!kept) throw new Error('not read');
    expect(kept.signer.kid).toBe(await thumbprint(kept.key));
    expect(kept.signer.key.extractable).toBe(false);
    expect(kept.signer.key.type).toBe('private');
    expect(Object.keys(kept.key).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  it('is not read from anything else', async () => {
    const jwk = JSON.parse(await makeSigningKeyFile()) as Record<string, unknown>;
    const others = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...jwk, d: undefined }),
      JSON.stringify({ ...jwk, d: 1 }),
      JSON.stringify({ ...jwk, crv: 'P-384' }),
      JSON.stringify({ ...jwk, d: 'AAAA' }),
    ];
    for (const text of others) await expect(readSigningKeyFile(text)).resolves.toBeUndefined();
  });
});
