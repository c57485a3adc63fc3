import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PublicKey, publicKeyField } from '../../src/protocol/fields';
import { z } from '../../src/protocol/zod';
import { findKid, type SigningKey, signJws, thumbprint, verifyJws } from '../../src/sealing/jws';
import { samplePublicKey } from '../support/sample-application';

const typ = 'madoguchi-test+jws';
const schema = z.strictObject({ aud: z.literal('madoguchi/test'), value: z.int() });
const payload = { aud: 'madoguchi/test', value: 1 };
const text = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const part = (value: object): string => Buffer.from(text(value)).toString('base64url');

interface Signer {
  readonly key: PublicKey;
  readonly signer: SigningKey;
}

async function makeSigner(): Promise<Signer> {
  const pair = await generateKeyPair('ES256');
  const { kty, crv, x, y } = await exportJWK(pair.publicKey);
  const key = publicKeyField.parse({ kty, crv, x, y });
  return { key, signer: { kid: await thumbprint(key), key: pair.privateKey } };
}

let own: Signer;
let other: Signer;
beforeAll(async () => {
  [own, other] = [await makeSigner(), await makeSigner()];
});

const verify = (jws: string, keys: readonly Signer[] = [own]): Promise<unknown> =>
  verifyJws(jws, { typ, schema, findKey: (kid) => keys.find(({ signer }) => signer.kid === kid)?.key });

describe('a JWS of ours', () => {
  it('verifies and gives its payload', async () => {
    const jws = await signJws(payload, typ, own.signer);
    await expect(verify(jws)).resolves.toEqual(payload);
    expect(findKid(jws)).toBe(own.signer.kid);
    expect(JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'ES256',
      typ,
      kid: own.signer.kid,
    });
  });

  it('is refused under another type, by another or an unknown key, or with another payload', async () => {
    const refused = [
      await signJws(payload, 'madoguchi-other+jws', own.signer),
      await signJws(payload, 'JWT', own.signer),
      await signJws(payload, typ, other.signer),
      await signJws(payload, typ, { kid: own.signer.kid, key: other.signer.key }),
      await signJws({ ...payload, aud: 'madoguchi/other' }, typ, own.signer),
      await signJws({ ...payload, extra: 1 }, typ, own.signer),
      await signJws([payload], typ, own.signer),
    ];
    for (const jws of refused) await expect(verify(jws)).resolves.toBeUndefined();
    await expect(verify(refused[3] ?? '', [own, other])).resolves.toBeUndefined();
  });

  it('is refused without signature, by alg none, and by a secret made of the public key', async () => {
    const [header = '', body = '', signature = ''] = (await signJws(payload, typ, own.signer)).split('.');
    const kid = own.signer.kid;
    const none = part({ alg: 'none', typ, kid });
    const publicSecrets = [text(own.key), Buffer.from(own.key.x + own.key.y), Buffer.from(own.key.x, 'base64url')];
    const hmacs = publicSecrets.map((secret) =>
      new CompactSign(text(payload)).setProtectedHeader({ alg: 'HS256', typ, kid }).sign(new Uint8Array(secret)),
    );
    const refused = [
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${header}.${body}.`,
      `${header}.${body}`,
      `${header}..${signature}`,
      ...(await Promise.all(hmacs)),
    ];
    for (const jws of refused) await expect(verify(jws)).resolves.toBeUndefined();
  });

  it('is refused by another curve, with a header that must be understood, or without a key name', async () => {
    const p384 = await generateKeyPair('ES384');
    const kid = own.signer.kid;
    const es384 = new CompactSign(text(payload)).setProtectedHeader({ alg: 'ES384', typ, kid }).sign(p384.privateKey);
    const nameless = new CompactSign(text(payload)).setProtectedHeader({ alg: 'ES256', typ }).sign(own.signer.key);
    const [, body = '', signature = ''] = (await signJws(payload, typ, own.signer)).split('.');
    const critical = `${part({ alg: 'ES256', typ, kid, crit: ['new'], new: 1 })}.${body}.${signature}`;
    for (const jws of [await es384, await nameless, critical]) await expect(verify(jws)).resolves.toBeUndefined();
    expect(findKid(await nameless)).toBeUndefined();
  });

  it('never makes the reader throw', async () => {
    for (const jws of ['', '.', '..', 'a.b.c', 'é.é.é', '{}', 'null.null.null', 'a'.repeat(100_000)]) {
      await expect(verify(jws)).resolves.toBeUndefined();
      expect(findKid(jws)).toBeUndefined();
    }
  });

  it('cannot be checked by a key that is no point of the curve', async () => {
    const jws = await signJws(payload, typ, own.signer);
    const findKey = (): PublicKey => ({ ...own.key, y: 'A'.repeat(43) });
    await expect(verifyJws(jws, { typ, schema, findKey })).resolves.toBeUndefined();
  });
});

describe('the name of a key', () => {
  it('is its RFC 7638 thumbprint, whatever the order of its members', async () => {
    const { kty, crv, x, y } = samplePublicKey;
    const expected = 'cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s';
    await expect(thumbprint({ y, x, crv, kty })).resolves.toBe(expected);
    await expect(thumbprint(samplePublicKey)).resolves.toBe(expected);
  });
});
