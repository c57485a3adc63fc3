import { beforeAll, describe, expect, it } from 'vitest';
import { type Receipt, receiptAudience } from '../../src/protocol/receipt';
import { signReceipt, verifyReceipt } from '../../src/sealing/receipt';
import { type KeptSigningKey, makeSigningKeyFile, readSigningKeyFile } from '../../src/sealing/signing-key-file';
import { otherEnvelopeId, sampleDigest, sampleEnvelopeId, sampleStationId } from '../support/sample-application';

async function makeServer(): Promise<KeptSigningKey> {
  const kept = await readSigningKeyFile(await makeSigningKeyFile());
  if (!kept) throw new Error('a new key file could not be read');
  return kept;
}

let server: KeptSigningKey;
let earlierServer: KeptSigningKey;
let stranger: KeptSigningKey;
beforeAll(async () => {
  [server, earlierServer, stranger] = [await makeServer(), await makeServer(), await makeServer()];
});

const expected = { envelopeId: sampleEnvelopeId, digest: sampleDigest, stationId: sampleStationId };
const receipt: Receipt = {
  aud: receiptAudience,
  ...expected,
  receivedAt: '2026-11-20T04:05:06.789Z',
  state: 'stored',
  auditHead: sampleDigest,
};
const otherDigest = 'b'.repeat(43);
const known = () => [earlierServer, server].map(({ signer, key }) => ({ kid: signer.kid, key }));

describe('a receipt', () => {
  it('is taken from any server key of the configuration', async () => {
    for (const { signer } of [server, earlierServer]) {
      const jws = await signReceipt(receipt, signer);
      await expect(verifyReceipt(jws, expected, known())).resolves.toEqual(receipt);
    }
    const held = await signReceipt({ ...receipt, state: 'held' }, server.signer);
    await expect(verifyReceipt(held, expected, known())).resolves.toMatchObject({ state: 'held' });
  });

  it.each([
    ['envelope', { envelopeId: otherEnvelopeId }],
    ['digest', { digest: otherDigest }],
    ['station', { stationId: otherDigest }],
  ])('for another %s is refused', async (_, change) => {
    const jws = await signReceipt({ ...receipt, ...change }, server.signer);
    await expect(verifyReceipt(jws, expected, known())).resolves.toBeUndefined();
  });

  it('by a newer server, which says more, holds', async () => {
    const jws = await signReceipt({ ...receipt, ...{ storedIn: 'two places' } }, server.signer);
    await expect(verifyReceipt(jws, expected, known())).resolves.toEqual(receipt);
  });

  it('by nobody known is refused: a stranger, a stranger under a known name, no key at all', async () => {
    const forged = [
      await signReceipt(receipt, stranger.signer),
      await signReceipt(receipt, { kid: server.signer.kid, key: stranger.signer.key }),
      '<html>Welcome to the free network</html>',
      '',
    ];
    for (const jws of forged) await expect(verifyReceipt(jws, expected, known())).resolves.toBeUndefined();
    await expect(verifyReceipt(await signReceipt(receipt, server.signer), expected, [])).resolves.toBeUndefined();
  });
});
