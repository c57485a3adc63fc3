import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wireLimits } from '../../src/protocol/limits';
import { type EnvelopeContents, packEnvelope, unpackEnvelope } from '../../src/sealing/envelope-archive';
import { sampleJpeg } from '../support/sample-jpeg';

const applicationJson = new TextEncoder().encode('{"schema":"madoguchi-application"}');
const photo = sampleJpeg();
const packed = packEnvelope({ applicationJson, photo });
const stored = { level: 0 } as const;

/** Where the directory's entry for a file begins (PK 01 02). */
function directoryEntry(zip: Uint8Array, nth = 0): number {
  const bytes = Buffer.from(zip);
  let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  for (let left = nth; left > 0; left -= 1) at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1');
  return at;
}

/** A copy with 32-bit values put in place, little end first. */
function patched(zip: Uint8Array, values: readonly (readonly [at: number, value: number])[]): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer, copy.byteOffset);
  for (const [at, value] of values) view.setUint32(at, value, true);
  return copy;
}

/** A copy with every occurrence of a name replaced by one of the same length. */
function renamed(zip: Uint8Array, name: string, other: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(name, other), 'latin1'));
}

describe('the archive inside an envelope', () => {
  it('gives back what was packed, with a photo or without', () => {
    const contents = fc.record({
      applicationJson: fc.uint8Array({ minLength: 1, maxLength: 2000 }),
      photo: fc.option(fc.uint8Array({ minLength: 1, maxLength: 2000 }), { nil: undefined }),
    });
    const isSame = (one: EnvelopeContents | undefined, other: EnvelopeContents): boolean =>
      one !== undefined &&
      Buffer.compare(one.applicationJson, other.applicationJson) === 0 &&
      Buffer.compare(one.photo ?? new Uint8Array(), other.photo ?? new Uint8Array()) === 0;
    fc.assert(fc.property(contents, (some) => isSame(unpackEnvelope(packEnvelope(some)), some)));
    expect(isSame(unpackEnvelope(packed), { applicationJson, photo })).toBe(true);
  });

  it('is stored, not compressed, and tells no time', () => {
    expect(packed.byteLength).toBeGreaterThan(photo.byteLength);
    expect(Buffer.from(packed).includes(Buffer.from(photo))).toBe(true);
    expect(packEnvelope({ applicationJson, photo })).toEqual(packed);
  });

  it('fits at its caps and not above', () => {
    const json = (size: number): Uint8Array => zipSync({ 'application.json': new Uint8Array(size) }, stored);
    expect(unpackEnvelope(json(wireLimits.applicationJsonBytes))).toBeDefined();
    expect(unpackEnvelope(json(wireLimits.applicationJsonBytes + 1))).toBeUndefined();
    const withPhoto = (size: number): Uint8Array =>
      zipSync({ 'application.json': applicationJson, 'photo.jpg': new Uint8Array(size) }, stored);
    expect(unpackEnvelope(withPhoto(wireLimits.photoBytes))).toBeDefined();
    expect(unpackEnvelope(withPhoto(wireLimits.photoBytes + 1))).toBeUndefined();
  });
});

describe('any other archive is refused', () => {
  it('with an entry more, or without the application', () => {
    const more = { 'application.json': applicationJson, 'readme.txt': applicationJson };
    expect(unpackEnvelope(zipSync(more, stored))).toBeUndefined();
    expect(unpackEnvelope(zipSync({ 'photo.jpg': photo }, stored))).toBeUndefined();
    expect(unpackEnvelope(zipSync({}, stored))).toBeUndefined();
  });

  it('with names that lead elsewhere', () => {
    for (const name of ['a/application.json', '../photo.jpg', '/photo.jpg', 'PHOTO.JPG', 'photo.jpg ', 'photo.jpg/']) {
      const zip = zipSync(
        Object.fromEntries([
          ['application.json', applicationJson],
          [name, photo],
        ]),
        stored,
      );
      expect(unpackEnvelope(zip)).toBeUndefined();
    }
    expect(unpackEnvelope(renamed(packed, 'photo.jpg', '__proto__'))).toBeUndefined();
  });

  it('with the same entry twice', () => {
    const twice = zipSync({ 'application.json': applicationJson, 'photo.jpg': photo, 'photo.jpG': photo }, stored);
    expect(unpackEnvelope(renamed(twice, 'photo.jpG', 'photo.jpg'))).toBeUndefined();
    const forms = zipSync({ 'application.json': applicationJson, 'application.jsoN': applicationJson }, stored);
    expect(unpackEnvelope(renamed(forms, 'application.jsoN', 'application.json'))).toBeUndefined();
  });

  it('with a compressed entry', () => {
    expect(unpackEnvelope(zipSync({ 'application.json': new Uint8Array(5000) }, { level: 9 }))).toBeUndefined();
  });

  it('cut at any length, or with bytes in front of its directory gone', () => {
    const small = packEnvelope({ applicationJson, photo: undefined });
    for (let length = 0; length < small.byteLength; length += 1) expect(unpackEnvelope(small.slice(0, length))).toBeUndefined();
    expect(unpackEnvelope(small.slice(1))).toBeUndefined();
  });

  it('declaring huge sizes, without allocating them', () => {
    const huge = 0xf0_00_00_00;
    const at = directoryEntry(packed, 1);
    const declared = [
      patched(packed, [
        [at + 20, huge],
        [at + 24, huge],
      ]),
      patched(packed, [[at + 24, huge]]),
      patched(packed, [
        [at + 20, 0xffffffff],
        [at + 24, 0xffffffff],
      ]),
      patched(packed, [[at + 42, huge]]),
      patched(packed, [[packed.byteLength - 6, huge]]),
      patched(packed, [[packed.byteLength - 14, 0xffffffff]]),
    ];
    const before = process.memoryUsage().arrayBuffers;
    expect(declared.map((zip) => unpackEnvelope(zip))).toEqual(declared.map(() => undefined));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('with bytes changed anywhere in its directory, or it holds what was packed', () => {
    const start = directoryEntry(packed);
    const differing: number[] = [];
    for (let at = start; at < packed.byteLength; at += 1) {
      const copy = packed.slice();
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      const contents = unpackEnvelope(copy);
      const isLarger = contents && contents.applicationJson.byteLength + (contents.photo?.byteLength ?? 0) > packed.byteLength;
      if (isLarger) differing.push(at);
    }
    expect(differing).toEqual([]);
  });

  it('whatever the bytes are, without throwing', () => {
    const directory = packed.slice(directoryEntry(packed));
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.uint8Array().map((some) => new Uint8Array([...some, ...directory])),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        unpackEnvelope(some);
      }),
    );
  });
});
