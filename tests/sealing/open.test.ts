import { generateX25519Identity } from 'age-encryption';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day';
import { receptionNumberOf } from '../../src/domain/submission/reception-number';
import { sharedFacts } from '../../src/protocol/application-document';
import { wireLimits } from '../../src/protocol/limits';
import type { Manifest } from '../../src/protocol/manifest';
import { packEnvelope } from '../../src/sealing/envelope-archive';
import { openEnvelope, type OpenResult, rejectionReasons } from '../../src/sealing/open';
import type { SealedEnvelope } from '../../src/sealing/seal';
import { otherEnvelopeId, otherMunicipality, sampleDocument, sampleStationCode } from '../support/sample-application';
import { sampleJpeg } from '../support/sample-jpeg';
import { makeParties, sealByHand, type SealingParties, sealSample, signBytes } from '../support/sealed-sample';

let parties: SealingParties;
let sealed: SealedEnvelope;
const reached = new Set<string>();

beforeAll(async () => {
  parties = await makeParties();
  sealed = await sealSample(parties);
});

async function open(envelope: Omit<SealedEnvelope, 'manifest'>, identities = [parties.identity]): Promise<OpenResult> {
  const { bytes, manifestJws } = envelope;
  return openEnvelope({ bytes, manifestJws, findStationKey: parties.findStationKey, identities });
}

async function expectRejected(envelope: Omit<SealedEnvelope, 'manifest'>, reason: string, identities?: string[]): Promise<void> {
  expect(await open(envelope, identities)).toEqual({ kind: 'rejected', reason });
  reached.add(reason);
}

const json = (document: object): Uint8Array => new TextEncoder().encode(JSON.stringify(document));
const ownDocument = (): ReturnType<typeof sampleDocument> => sampleDocument({ stationId: parties.keys.stationId });

function pack(applicationJson: Uint8Array, photo: Uint8Array | undefined = sampleJpeg()): Uint8Array {
  return packEnvelope({ applicationJson, photo });
}

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

// Hundreds of envelopes are opened, one for each byte.
vi.setConfig({ testTimeout: 60_000 });

describe('the office opens', () => {
  it('what a station sealed, trying each of its identities', async () => {
    expect((await open(sealed)).kind).toBe('opened');
    expect((await open(sealed, [await generateX25519Identity(), parties.identity])).kind).toBe('opened');
  });

  it('what was packed by hand with the same facts: the samples of this file are sound', async () => {
    expect((await open(await sealByHand(parties, pack(json(ownDocument()))))).kind).toBe('opened');
  });
});

describe('the office rejects', () => {
  it('a manifest of an unknown station, or one changed in any character', async () => {
    const stranger = await sealSample(await makeParties());
    await expectRejected(stranger, 'manifestNotSigned');
    await expectRejected({ ...sealed, manifestJws: '' }, 'manifestNotSigned');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const { manifestJws } = sealed;
    const accepted: number[] = [];
    for (let at = 0; at < manifestJws.length; at += 1) {
      const index = alphabet.indexOf(manifestJws.charAt(at));
      // The highest bit: in the last character of a part the lowest ones stand for nothing.
      const other = index < 0 ? '_' : alphabet.charAt(index ^ 32);
      const changed = manifestJws.slice(0, at) + other + manifestJws.slice(at + 1);
      if ((await open({ ...sealed, manifestJws: changed })).kind === 'opened') accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it('more bytes than an envelope may have, before it looks at them', async () => {
    const bytes = new Uint8Array(wireLimits.envelopeBytes + 1);
    await expectRejected({ bytes, manifestJws: sealed.manifestJws }, 'tooLarge');
  });

  it('bytes that are not those of the manifest', async () => {
    for (let at = 0; at < sealed.bytes.byteLength; at += 997) {
      await expectRejected({ ...sealed, bytes: flipped(sealed.bytes, at) }, 'digestMismatch');
    }
    await expectRejected({ ...sealed, bytes: sealed.bytes.slice(0, -1) }, 'digestMismatch');
    const other = await sealSample(parties, { envelopeId: otherEnvelopeId, sequence: 29 });
    await expectRejected({ bytes: other.bytes, manifestJws: sealed.manifestJws }, 'digestMismatch');
  });

  it('an age file changed in any byte, even under a right digest', async () => {
    const headLength = Buffer.from(sealed.bytes).indexOf('\n--- ') + 50;
    const places = [...Array(headLength).keys(), ...Array.from({ length: 20 }, (_, index) => headLength + index * 1201)];
    const opened: number[] = [];
    for (const at of places) {
      const envelope = await signBytes(parties.keys, flipped(sealed.bytes, at));
      if ((await open(envelope)).kind === 'opened') opened.push(at);
    }
    expect(opened).toEqual([]);
    await expectRejected(await signBytes(parties.keys, sealed.bytes.slice(0, -1)), 'notForThisOffice');
  });

  it('what was sealed for another office', async () => {
    await expectRejected(sealed, 'notForThisOffice', [await generateX25519Identity()]);
    await expectRejected(sealed, 'notForThisOffice', []);
    await expectRejected(await signBytes(parties.keys, new Uint8Array(100)), 'notForThisOffice');
  });

  it('contents other than the two entries', async () => {
    await expectRejected(await sealByHand(parties, new Uint8Array(1000)), 'unexpectedContents');
    await expectRejected(await sealByHand(parties, json(ownDocument())), 'unexpectedContents');
  });

  it('an application that does not fit its schema', async () => {
    const texts = [json({}), json({ ...ownDocument(), extra: 1 }), json({ ...ownDocument(), birthDate: '2023-02-29' })];
    const broken = [new TextEncoder().encode('{'), new Uint8Array([0x22, 0xff, 0x22]), new Uint8Array()];
    for (const text of [...texts, ...broken]) await expectRejected(await sealByHand(parties, pack(text)), 'applicationInvalid');
  });

  it('a manifest that says anything else than the application inside', async () => {
    const others: Omit<Pick<Manifest, (typeof sharedFacts)[number]>, 'stationId'> = {
      envelopeId: otherEnvelopeId,
      receptionNumber: receptionNumberOf(sampleStationCode, 29),
      sequence: 29,
      collectedBy: otherMunicipality,
      destination: otherMunicipality,
      openingId: 'opening-2',
      day: dayOf('2026-11-21'),
      sealedAt: '2026-11-20T04:05:06.790Z',
      touchpoint: 'event',
      method: 'applicationSupport',
      channel: 'selfService',
      kind: 'renewal',
    };
    const contents = pack(json(ownDocument()));
    expect([...Object.keys(others), 'stationId'].sort()).toEqual([...sharedFacts].sort());
    for (const [fact, value] of Object.entries(others)) {
      await expectRejected(await sealByHand(parties, contents, { [fact]: value }), 'factsDisagree');
    }
    await expectRejected(await sealByHand(parties, contents, { photo: 'none' }), 'factsDisagree');
    const foreign = pack(json(sampleDocument()));
    await expectRejected(await sealByHand(parties, foreign), 'factsDisagree');
  });

  it('a photo that is not the one described', async () => {
    const photos = [
      undefined,
      new Uint8Array(24_000),
      sampleJpeg({ widthPx: 1049 }),
      sampleJpeg({ byteLength: 24_001 }),
      sampleJpeg({ hasExif: true }),
    ];
    for (const photo of photos) {
      const contents = packEnvelope({ applicationJson: json(ownDocument()), photo });
      await expectRejected(await sealByHand(parties, contents), 'photoInvalid');
    }
    const without = pack(json({ ...ownDocument(), photo: null }));
    await expectRejected(await sealByHand(parties, without, { photo: 'none' }), 'photoInvalid');
  });

  it('for each of its reasons, all of them seen above', () => {
    expect([...reached].sort()).toEqual([...rejectionReasons].sort());
  });
});
