import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/sealing/transfer/crc-32';
import { anItem, joined, packItems, piecesOf, sourceOf } from './transfer-files';
import { scanZip } from '../../../src/sealing/transfer/scan-zip';

const someBytes = fc.uint8Array({ maxLength: 3000 }).map((bytes) => new Uint8Array(bytes));

describe('a part of a transfer as a file', () => {
  it('gives back what was packed, by an ordinary unzip too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someBytes, { maxLength: 5 }), async (contents) => {
        const items = contents.map(anItem);
        const { file } = packItems(items);
        const pieces = await piecesOf(file);
        expect(pieces).toEqual(items.map((item) => ({ kind: 'envelope', ...item })));
        const others = unzipSync(file);
        for (const { envelopeId, bytes } of items) expect(others[`${envelopeId}.age`]).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('has the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is read in windows, however the next mark lies across two of them', async () => {
    for (const gap of [253, 254, 255, 256, 257, 65_785, 65_786, 65_787, 65_788, 65_789, 65_790, 65_791, 65_792]) {
      const { file } = packItems([anItem(new Uint8Array(3).fill(1))]);
      const entries = scanZip(sourceOf(joined([new Uint8Array(gap).fill(0x50), file])), () => 9000);
      const kinds: string[] = [];
      for await (const { kind } of entries) kinds.push(kind);
      expect(kinds).toEqual(['damaged', 'entry', 'entry']);
    }
  });
});

describe('a part that another program packed', () => {
  const { envelopeId, bytes, manifestJws } = anItem(new Uint8Array(500).fill(9));
  const jws = new TextEncoder().encode(manifestJws);

  it('is read where it is stored, in either order and from within a folder', async () => {
    const file = zipSync({ [`a/${envelopeId}.jws`]: jws, [`a/${envelopeId}.age`]: bytes }, { level: 0 });
    expect(await piecesOf(new Uint8Array(file))).toEqual([{ kind: 'envelope', envelopeId, bytes, manifestJws }]);
  });

  it('is told of where it is compressed, and where something else lies in it', async () => {
    const file = zipSync({ [`${envelopeId}.age`]: [bytes, { level: 9 }], 'letter.txt': [jws, { level: 0 }] });
    expect(await piecesOf(new Uint8Array(file))).toEqual([
      { kind: 'damaged', entry: { kind: 'age', envelopeId }, place: 1, damage: 'unsupported' },
      { kind: 'damaged', entry: undefined, place: 2, damage: 'otherFile' },
    ]);
  });

  it('is told of where a half of an envelope is missing', async () => {
    const other = anItem(new Uint8Array(5));
    const file = zipSync({ [`${envelopeId}.age`]: bytes, [`${other.envelopeId}.jws`]: jws }, { level: 0 });
    expect(await piecesOf(new Uint8Array(file))).toEqual([
      { kind: 'damaged', entry: { kind: 'age', envelopeId }, place: 1, damage: 'manifestMissing' },
      { kind: 'damaged', entry: { kind: 'jws', envelopeId: other.envelopeId }, place: 2, damage: 'bytesMissing' },
    ]);
  });
});
