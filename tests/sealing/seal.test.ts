import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/protocol/manifest';
import { wireLimits } from '../../src/protocol/limits';
import { sha256 } from '../../src/sealing/digest';
import { unpackEnvelope } from '../../src/sealing/envelope-archive';
import { openEnvelope } from '../../src/sealing/open';
import { sealEnvelope, type SealRequest } from '../../src/sealing/seal';
import { signerOf } from '../../src/sealing/station-keys';
import {
  sampleDocument,
  samplePhotoDocument,
  sampleManifest,
  sampleSealFacts,
  sampleStationId,
} from '../support/sample-application';
import { sampleJpeg } from '../support/sample-jpeg';
import { makeParties, type SealingParties, sealSample } from '../support/sealed-sample';

let parties: SealingParties;
beforeAll(async () => {
  parties = await makeParties();
});

const request = (overrides: Partial<SealRequest> = {}): SealRequest => ({
  document: sampleDocument({ stationId: parties.keys.stationId }),
  photo: sampleJpeg(),
  recipients: [parties.recipient],
  signer: signerOf(parties.keys),
  facts: sampleSealFacts,
  ...overrides,
});

const outcomeOf = (sealing: SealRequest): Promise<string> =>
  sealEnvelope(sealing).then(
    () => 'sealed',
    (reason: unknown) => String(reason),
  );

describe('sealing', () => {
  it('and opening give back every byte of form and photo', async () => {
    for (const byteLength of [20_480, 65_536, 300_000]) {
      const photo = sampleJpeg({ byteLength, seed: byteLength });
      const document = sampleDocument({
        stationId: parties.keys.stationId,
        photo: samplePhotoDocument(byteLength),
      });
      const { bytes, manifestJws, manifest } = await sealEnvelope(request({ document, photo }));
      const { findStationKey, identity } = parties;
      const opened = await openEnvelope({ bytes, manifestJws, findStationKey, identities: [identity] });
      if (opened.kind === 'rejected') throw new Error(opened.reason);
      expect(opened.application).toEqual(document);
      expect(opened.manifest).toEqual(manifest);
      expect(Buffer.compare(opened.photo ?? new Uint8Array(), photo)).toBe(0);
    }
  });

  it('makes a plain age file with a plain ZIP of the two entries in it', async () => {
    const { bytes } = await sealEnvelope(request());
    expect(Buffer.from(bytes).subarray(0, 22).toString('latin1')).toBe('age-encryption.org/v1\n');
    const decrypter = new Decrypter();
    decrypter.addIdentity(parties.identity);
    const contents = unpackEnvelope(await decrypter.decrypt(bytes));
    const document: unknown = JSON.parse(Buffer.from(contents?.applicationJson ?? []).toString());
    expect(document).toMatchObject({ schema: 'madoguchi-application' });
    expect(Buffer.compare(contents?.photo ?? new Uint8Array(), sampleJpeg())).toBe(0);
  });

  it('without a photo says so on the manifest', async () => {
    const sealed = await sealSample(parties, { photo: null });
    const { findStationKey, identity } = parties;
    const opened = await openEnvelope({ ...sealed, findStationKey, identities: [identity] });
    expect(sealed.manifest.photo).toBe('none');
    expect(opened).toMatchObject({ kind: 'opened', photo: undefined, application: { photo: null } });
  });

  it('names digest and size of the very bytes', async () => {
    const { bytes, manifest } = await sealEnvelope(request());
    expect(manifest).toMatchObject({ digest: await sha256(bytes), size: bytes.byteLength });
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
  });

  it('leaves nothing readable in the age file or on the manifest', async () => {
    const { bytes, manifestJws } = await sealEnvelope(request());
    const shown = Buffer.concat([bytes, Buffer.from(manifestJws.split('.')[1] ?? '', 'base64url')]);
    const { applicationId, birthDate, contact } = sampleDocument();
    const secrets = [applicationId, birthDate, contact.name ?? '', contact.mail ?? '', 'application.json', 'JFIF'];
    expect(secrets.filter((secret) => shown.includes(Buffer.from(secret)))).toEqual([]);
    const photo = Buffer.from(sampleJpeg());
    const windows = Array.from({ length: 300 }, (_, index) => photo.subarray(index * 64, index * 64 + 64));
    expect(windows.filter((window) => shown.includes(window))).toEqual([]);
  });

  it('is never the same twice, and for several recipients each can open', async () => {
    const spare = await generateX25519Identity();
    const recipients = [parties.recipient, await identityToRecipient(spare)];
    const [one, other] = [await sealEnvelope(request({ recipients })), await sealEnvelope(request({ recipients }))];
    expect(one.manifest.digest).not.toBe(other.manifest.digest);
    for (const identity of [parties.identity, spare]) {
      const opened = await openEnvelope({ ...one, findStationKey: parties.findStationKey, identities: [identity] });
      expect(opened.kind).toBe('opened');
    }
  });

  it('signs manifests that fit their header, however long their facts', async () => {
    const longest = 'a'.repeat(64);
    const ids = { campaignId: longest, attendantId: longest };
    const duplicateTag = { tag: sampleManifest().digest, keyVersion: 0xffff_ffff };
    const facts = { ...sampleSealFacts, ...ids, appVersion: 'a'.repeat(32), serverOffsetMs: -1e15, duplicateTag };
    const document = sampleDocument({ stationId: parties.keys.stationId, openingId: longest, touchpoint: 'birthRegistration' });
    const { manifest, manifestJws } = await sealEnvelope(request({ facts, document }));
    expect(manifestJws.length).toBeLessThan(wireLimits.manifestBytes);
    expect(Object.keys(manifest).length).toBe(Object.keys(manifestSchema.shape).length);
  });

  it('refuses what the office would reject: it could not be mended any more', async () => {
    const withContact = (name: string): Partial<SealRequest> => ({
      document: sampleDocument({ stationId: parties.keys.stationId, contact: { name, mail: null } }),
    });
    await expect(outcomeOf(request(withContact('見'.repeat(100))))).resolves.toBe('sealed');
    const wrong: Partial<SealRequest>[] = [
      withContact('見'.repeat(101)),
      { photo: undefined },
      { photo: sampleJpeg({ widthPx: 1049 }) },
      { photo: new Uint8Array(24_000) },
      { document: sampleDocument({ stationId: parties.keys.stationId, photo: null }) },
    ];
    for (const overrides of wrong) await expect(outcomeOf(request(overrides))).resolves.toContain('the office would reject');
  });

  it('refuses what nobody could open or verify', async () => {
    const { privateKey } = parties.keys.signing;
    const wrong: Partial<SealRequest>[] = [
      { recipients: [] },
      { recipients: ['age1nobody'] },
      { signer: { kid: sampleStationId, key: privateKey } },
      { facts: { ...sampleSealFacts, campaignId: 'not an id' } },
    ];
    for (const overrides of wrong) await expect(outcomeOf(request(overrides))).resolves.not.toBe('sealed');
  });

  it('puts nothing of the application into its errors', async () => {
    const contact = { name: '見本 太郎', mail: `${'a'.repeat(300)}@mihon.example` };
    const outcome = await outcomeOf(request({ document: { ...sampleDocument(), contact } }));
    expect(outcome).toBe('TypeError: the office would reject this application');
  });
});
