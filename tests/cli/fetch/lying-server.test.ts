import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { type AdministratorClient, administratorClient } from '../../../src/cli/client/administrator-client';
import { fetchEnvelopes, type FetchOutcome } from '../../../src/cli/fetch/fetch-envelopes';
import type { Configuration } from '../../../src/protocol/configuration';
import type { EnvelopeList } from '../../../src/protocol/envelopes';
import { problemBody } from '../../../src/protocol/problem';
import { receiptAudience } from '../../../src/protocol/receipt';
import { makeSigningKeyFile, readSigningKeyFile } from '../../../src/sealing/signing-key-file';
import { signReceipt } from '../../../src/sealing/receipt';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { makeStationKeys, publicKeyOf } from '../../../src/sealing/station-keys';
import { sampleConfiguration, sampleDigest, sampleStationCode } from '../../support/sample-application';
import { type Sealer, sealNth } from '../support/envelopes';
import { temporaryFolder } from '../support/temporary-folder';

/** age's own test recipient; nothing here is opened. */
const recipients = ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'];

async function world() {
  const keys = await makeStationKeys();
  const sealer: Sealer = { keys, stationCode: sampleStationCode, recipients };
  const kept = await readSigningKeyFile(await makeSigningKeyFile());
  if (!kept) throw new Error('no key');
  const signingKey = await publicKeyOf(keys.signing);
  const configuration = sampleConfiguration({
    stations: [{ id: keys.stationId, code: sampleStationCode, signingKey, agreementKey: signingKey, state: 'active' }],
    serverKeys: [{ kid: kept.signer.kid, key: kept.key }],
  });
  const receiptFor = ({ manifest: { envelopeId, digest, stationId } }: SealedEnvelope): Promise<string> => {
    const receivedAt = '2026-11-20T05:00:00.000Z';
    return signReceipt(
      { aud: receiptAudience, envelopeId, digest, stationId, receivedAt, state: 'stored', auditHead: sampleDigest },
      kept.signer,
    );
  };
  return { sealer, configuration, receiptFor };
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that lists what it is told to, gives any bytes (or nothing), and notes what the office says it has. */
async function lyingServer(envelopes: EnvelopeList['envelopes'], findBytes: (id: string) => Uint8Array | undefined) {
  const secured: string[] = [];
  const server = createServer((request, response) => {
    const [, , , , id = '', action] = (request.url ?? '').split(/[/?]/);
    const bytes = id.startsWith('limit') ? new TextEncoder().encode(JSON.stringify({ envelopes, next: null })) : findBytes(id);
    if (action === 'secured') secured.push(id);
    response.statusCode = action === 'secured' ? 204 : bytes ? 200 : 404;
    response.end(
      response.statusCode === 200 ? bytes : response.statusCode === 404 ? JSON.stringify(problemBody('not-found')) : undefined,
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { client: administratorClient({ serverUrl: `http://127.0.0.1:${port}`, token: 'any' }), secured };
}

async function outcomesOf(client: AdministratorClient, configuration: Configuration): Promise<readonly FetchOutcome[]> {
  const outcomes: FetchOutcome[] = [];
  const outFolder = await temporaryFolder();
  for await (const { outcome } of fetchEnvelopes({ client, configuration, outFolder, wantsAll: false, wantsHeld: false }))
    outcomes.push(outcome);
  return outcomes;
}

test('a manifest by no station, or listed under another id, is not fetched', async () => {
  const { sealer, configuration, receiptFor } = await world();
  const stranger = await sealNth({ ...sealer, keys: await makeStationKeys() }, 1);
  const good = await sealNth(sealer, 2);
  const { client, secured } = await lyingServer(
    [
      {
        envelopeId: stranger.manifest.envelopeId,
        manifest: stranger.manifestJws,
        receipt: await receiptFor(stranger),
        isSecured: false,
      },
      { envelopeId: uuidv7(), manifest: good.manifestJws, receipt: await receiptFor(good), isSecured: false },
    ],
    () => good.bytes,
  );
  const refused: FetchOutcome = { kind: 'skipped', problem: 'manifestNotSigned' };
  expect(await outcomesOf(client, configuration)).toEqual([refused, refused]);
  expect(secured).toEqual([]);
});

test('a receipt for another envelope is no receipt', async () => {
  const { sealer, configuration, receiptFor } = await world();
  const [sealed, other] = [await sealNth(sealer, 1), await sealNth(sealer, 2)];
  const entry = {
    envelopeId: sealed.manifest.envelopeId,
    manifest: sealed.manifestJws,
    receipt: await receiptFor(other),
    isSecured: false,
  };
  const { client } = await lyingServer([entry], () => sealed.bytes);
  expect(await outcomesOf(client, configuration)).toEqual([{ kind: 'skipped', problem: 'receiptNotSigned' }]);
});

test('bytes that are cut or changed are not kept, and one envelope that is not given does not stop the rest', async () => {
  const { sealer, configuration, receiptFor } = await world();
  const sealed = await Promise.all([1, 2, 3, 4].map((sequence) => sealNth(sealer, sequence)));
  const entries = await Promise.all(
    sealed.map(async (one) => ({
      envelopeId: one.manifest.envelopeId,
      manifest: one.manifestJws,
      receipt: await receiptFor(one),
      isSecured: false,
    })),
  );
  const [cut, changed, missing, good] = sealed;
  const { client, secured } = await lyingServer(entries, (id) => {
    if (id === missing?.manifest.envelopeId) return undefined;
    const bytes = sealed.find(({ manifest }) => manifest.envelopeId === id)?.bytes ?? new Uint8Array();
    if (id === cut?.manifest.envelopeId) return bytes.slice(0, -1);
    return id === changed?.manifest.envelopeId ? bytes.map((byte, index) => (index === 300 ? byte ^ 1 : byte)) : bytes;
  });
  expect(await outcomesOf(client, configuration)).toEqual([
    { kind: 'skipped', problem: 'digestMismatch' },
    { kind: 'skipped', problem: 'digestMismatch' },
    { kind: 'skipped', problem: 'notGiven' },
    { kind: 'fetched' },
  ]);
  expect(secured).toEqual([good?.manifest.envelopeId]);
});
