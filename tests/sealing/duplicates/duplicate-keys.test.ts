import fc from 'fast-check';
import { CompactEncrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { type ApplicationId, parseApplicationId } from '../../../src/domain/form/application-id';
import { wrappedDuplicateKeysSchema } from '../../../src/protocol/duplicates/duplicate-tag';
import {
  type DuplicateSecret,
  makeDuplicateSecret,
  packDuplicateSecrets,
  secretBytes,
  unpackDuplicateSecrets,
} from '../../../src/sealing/duplicates/duplicate-secrets';
import { importDuplicateKey, makeDuplicateTag } from '../../../src/sealing/duplicates/duplicate-tag';
import { unwrapDuplicateKeys } from '../../../src/sealing/duplicates/unwrap-duplicate-keys';
import { wrapDuplicateKeys } from '../../../src/sealing/duplicates/wrap-duplicate-keys';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../../../src/sealing/station-keys';
import { anyDigits } from '../../support/arbitraries';
import { sampleApplicationId } from '../../support/sample-application';

const anyId = anyDigits(23).map((digits) => parseApplicationId(digits) as ApplicationId);
const anySecret = fc.uint8Array({ minLength: secretBytes, maxLength: secretBytes }).map((bytes) => new Uint8Array(bytes));
const anyVersion = fc.integer({ min: 1, max: 0xffff_ffff });
const anySecrets: fc.Arbitrary<DuplicateSecret[]> = fc.uniqueArray(fc.record({ version: anyVersion, secret: anySecret }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ version }) => version,
});

const tagUnder = async ({ version, secret }: DuplicateSecret, id: ApplicationId): Promise<string> =>
  (await makeDuplicateTag(id, await importDuplicateKey(version, secret))).tag;

async function entryOf(keys: StationKeys) {
  return { id: keys.stationId, agreementKey: await publicKeyOf(keys.agreement) };
}

describe('a duplicate tag', () => {
  it('is equal for equal IDs under one key, and only for those', async () => {
    await fc.assert(
      fc.asyncProperty(anySecret, anyId, anyId, async (secret, one, another) => {
        const [tag, again, other] = await Promise.all(
          [one, one, another].map((id) => tagUnder({ version: 1, secret: secret.slice() }, id)),
        );
        expect(again).toBe(tag);
        expect(tag === other).toBe(one === another);
      }),
    );
  });

  it('differs from key to key, and holds no part of the ID', async () => {
    await fc.assert(
      fc.asyncProperty(anyId, async (id) => {
        const [one, another] = [makeDuplicateSecret(1), makeDuplicateSecret(1)];
        const tag = await tagUnder(one, id);
        expect(tag).not.toBe(await tagUnder(another, id));
        expect(tag).toMatch(/^[\w-]{43}$/);
      }),
    );
  });

  it('is HMAC-SHA-256 over a label and the ID: what another program with the key would make', async () => {
    const secret = new Uint8Array(secretBytes).fill(7);
    const { createHmac } = await import('node:crypto');
    const expected = createHmac('sha256', secret).update(`madoguchi duplicate tag ${sampleApplicationId}`).digest('base64url');
    expect(await tagUnder({ version: 1, secret }, sampleApplicationId)).toBe(expected);
  });
});

describe('the packed form of the keys', () => {
  it('reads back as it was, newest first', () => {
    fc.assert(
      fc.property(anySecrets, (secrets) => {
        const newestFirst = [...secrets].sort((left, right) => right.version - left.version);
        expect(unpackDuplicateSecrets(packDuplicateSecrets(secrets))).toEqual(newestFirst);
      }),
    );
  });

  it('is refused where it is empty, cut, or names a version twice or not at all', () => {
    const secret = makeDuplicateSecret(1);
    const packed = packDuplicateSecrets([secret]);
    for (let length = 0; length < packed.byteLength; length += 1) {
      expect(unpackDuplicateSecrets(packed.slice(0, length))).toBeUndefined();
    }
    expect(unpackDuplicateSecrets(packDuplicateSecrets([secret, secret]))).toBeUndefined();
    expect(unpackDuplicateSecrets(packDuplicateSecrets([{ ...secret, version: 0 }]))).toBeUndefined();
  });
});

describe('keys wrapped to a station', () => {
  it('give each station the same tags, and cannot be read again', async () => {
    const secrets = [makeDuplicateSecret(3), makeDuplicateSecret(2)];
    const stations = await Promise.all([makeStationKeys(), makeStationKeys()]);
    const tags = await Promise.all(
      stations.map(async (keys) => {
        const wrapped = wrappedDuplicateKeysSchema.parse(await wrapDuplicateKeys(secrets, await entryOf(keys)));
        expect(wrapped.version).toBe(3);
        const unwrapped = await unwrapDuplicateKeys(wrapped.wrapped, keys);
        for (const { key } of unwrapped) {
          expect(key.extractable).toBe(false);
          expect(key.usages).toEqual(['sign']);
        }
        return Promise.all(unwrapped.map((key) => makeDuplicateTag(sampleApplicationId, key)));
      }),
    );
    expect(tags[0]).toEqual(tags[1]);
    expect(tags[0]?.map(({ keyVersion }) => keyVersion)).toEqual([3, 2]);
  });

  it('leave the office its secrets, and hold none of them in clear', async () => {
    const secret = makeDuplicateSecret(1);
    const before = secret.secret.slice();
    const { wrapped } = await wrapDuplicateKeys([secret], await entryOf(await makeStationKeys()));
    expect(secret.secret).toEqual(before);
    const parts = wrapped.split('.').map((part) => Buffer.from(part, 'base64url'));
    expect(parts.some((part) => part.includes(Buffer.from(before)))).toBe(false);
  });

  it('are nothing to another station, nor under another name, type or way of wrapping', async () => {
    const [keys, stranger] = await Promise.all([makeStationKeys(), makeStationKeys()]);
    const secrets = [makeDuplicateSecret(1)];
    const own = await entryOf(keys);
    const { wrapped } = await wrapDuplicateKeys(secrets, own);
    expect(await unwrapDuplicateKeys(wrapped, keys)).toHaveLength(1);
    expect(await unwrapDuplicateKeys(wrapped, stranger)).toEqual([]);
    expect(await unwrapDuplicateKeys(wrapped, { ...stranger, stationId: keys.stationId })).toEqual([]);
    expect(await unwrapDuplicateKeys(wrapped, { ...keys, stationId: stranger.stationId })).toEqual([]);
    const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'madoguchi-duplicate-keys+jwe', kid: keys.stationId };
    const wrapWith = async (changes: object): Promise<string> =>
      new CompactEncrypt(packDuplicateSecrets(secrets))
        .setProtectedHeader({ ...header, ...changes })
        .encrypt(await importJWK({ ...own.agreementKey }, header.alg));
    expect(await unwrapDuplicateKeys(await wrapWith({}), keys)).toHaveLength(1);
    for (const changes of [{ typ: 'other+jwe' }, { kid: 'another' }, { alg: 'ECDH-ES' }, { enc: 'A128CBC-HS256' }]) {
      expect(await unwrapDuplicateKeys(await wrapWith(changes), keys)).toEqual([]);
    }
  });

  it('are nothing where a single character was changed', async () => {
    const keys = await makeStationKeys();
    const { wrapped } = await wrapDuplicateKeys([makeDuplicateSecret(1)], await entryOf(keys));
    const inFirstBits = [...wrapped.split('.').keys()].map((part) => wrapped.split('.').slice(0, part).join('.').length + 2);
    for (const at of inFirstBits) {
      const damaged = `${wrapped.slice(0, at)}${wrapped[at] === 'A' ? 'B' : 'A'}${wrapped.slice(at + 1)}`;
      expect(await unwrapDuplicateKeys(damaged, keys)).toEqual([]);
    }
  });
});
