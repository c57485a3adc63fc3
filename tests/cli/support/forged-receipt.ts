import { getLatestConfiguration } from '../../../src/cli/office/latest-configuration';
import { receiptAudience } from '../../../src/protocol/receipt';
import { type ReceiptFor, signReceipt } from '../../../src/sealing/receipt';
import { makeSigningKeyFile, readSigningKeyFile } from '../../../src/sealing/signing-key-file';
import { sampleDigest } from '../../support/sample-application';
import type { OfficeWithServer } from './office-with-server';
import type { OwnAnswer } from './standing-between';

/** A receipt as the server would give it, under the name of the server's key, but not signed by it. */
export async function forgedReceipt({ office, client }: OfficeWithServer, subject: ReceiptFor): Promise<OwnAnswer> {
  const { serverKeys } = await getLatestConfiguration(office, client);
  const stranger = await readSigningKeyFile(await makeSigningKeyFile());
  if (!stranger) throw new Error('no key');
  const { envelopeId, digest, stationId } = subject;
  const facts = { envelopeId, digest, stationId, receivedAt: '2026-11-20T09:00:00.000Z', auditHead: sampleDigest } as const;
  const body = await signReceipt(
    { aud: receiptAudience, ...facts, state: 'stored' },
    { kid: serverKeys[0]?.kid ?? '', key: stranger.signer.key },
  );
  return { status: 201, mediaType: 'application/jose', body };
}
