import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makePinVerifier, verifyPin } from '../../src/sealing/pin';

// Argon2id takes its time on purpose, and a busy machine takes more.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the verifier of a PIN', () => {
  let verifier: string;
  beforeAll(async () => {
    verifier = await makePinVerifier('2468');
  });

  it('knows the right PIN and no other', async () => {
    await expect(verifyPin('2468', verifier)).resolves.toBe(true);
    for (const wrong of ['2469', '246', '24680', '', ' 2468', '２４６８']) {
      await expect(verifyPin(wrong, verifier)).resolves.toBe(false);
    }
  });

  it('is Argon2id at 19 MiB and two passes, salted, and shows no PIN', async () => {
    expect(verifier).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(verifier.length).toBeLessThanOrEqual(200);
    expect(await makePinVerifier('2468')).not.toBe(verifier);
  });

  it('that is none lets nobody in', async () => {
    for (const broken of ['$argon2id$', '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl', '']) {
      await expect(verifyPin('2468', broken)).resolves.toBe(false);
    }
  });
});
