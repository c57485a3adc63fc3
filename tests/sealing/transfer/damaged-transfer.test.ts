import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransferPiece } from '../../../src/sealing/transfer/read-transfer';
import { anItem, joined, packItems, type Packed, piecesOf } from './transfer-files';

const items = [40, 0, 300, 77].map((size, index) => anItem(new Uint8Array(size).fill(index + 65)));
const { file, ends } = packItems(items);
const extraLengthOfEmptyEntry = (ends[0] ?? 0) + 28;
const directoryAt = ends.at(-1) ?? 0;

function envelopesOf(pieces: readonly TransferPiece[]): readonly Packed[] {
  return pieces.flatMap((piece) => (piece.kind === 'envelope' ? [piece] : []));
}

const idsOf = (some: readonly Packed[]): readonly string[] => some.map(({ envelopeId }) => envelopeId);

describe('a torn part', () => {
  it('gives every envelope that is whole in it, and says so where one is lacking, at every offset', async () => {
    for (let cut = 0; cut < file.byteLength; cut += 1) {
      const pieces = await piecesOf(file.slice(0, cut));
      const whole = items.filter((_, index) => (ends[index] ?? 0) <= cut);
      expect(idsOf(envelopesOf(pieces)), `cut at ${cut}`).toEqual(idsOf(whole));
      const isInside = cut > 0 && cut < directoryAt && !ends.includes(cut);
      if (isInside)
        expect(
          pieces.some(({ kind }) => kind === 'damaged'),
          `cut at ${cut}`,
        ).toBe(true);
    }
  });
});

/** A byte of the file and what flips in it. */
type Flip = readonly [at: number, bits: number];

const flips = fc.array(fc.tuple(fc.integer({ min: 0, max: file.byteLength - 1 }), fc.integer({ min: 1, max: 255 })), {
  minLength: 1,
  maxLength: 6,
});

/** The two bytes by which an entry's mark becomes one of the directory or of its end. */
function otherMarks(entryAt: number): readonly Flip[][] {
  return [
    [
      [entryAt + 2, 3 ^ 1],
      [entryAt + 3, 4 ^ 2],
    ],
    [
      [entryAt + 2, 3 ^ 5],
      [entryAt + 3, 4 ^ 6],
    ],
  ];
}

describe('an altered part', () => {
  it('never gives other bytes under an id, gives all envelopes that were not touched, and tells of a loss', async () => {
    await fc.assert(
      fc.asyncProperty(flips, async (some: readonly Flip[]) => {
        const altered = file.slice();
        for (const [at, bits] of some) altered[at] = (altered[at] ?? 0) ^ bits;
        const pieces = await piecesOf(altered);
        const given = envelopesOf(pieces);
        const isTouched = (index: number): boolean =>
          some.some(([at]) => at >= (ends[index - 1] ?? 0) && at < (ends[index] ?? 0));
        const untouched = items.filter((_, index) => !isTouched(index));
        expect(idsOf(given)).toEqual(expect.arrayContaining([...idsOf(untouched)]));
        for (const { envelopeId, bytes } of given) {
          const original = items.find((item) => item.envelopeId === envelopeId);
          // A flipped name makes another item of it, which its manifest then does not fit.
          if (original) expect([...bytes]).toEqual([...original.bytes]);
        }
        if (given.length < items.length) expect(pieces.some(({ kind }) => kind === 'damaged')).toBe(true);
      }),
      {
        numRuns: 4000,
        // An entry without bytes that claims to lie further on; each envelope's first entry as another record.
        examples: [
          [[[extraLengthOfEmptyEntry, 113]]],
          ...[0, ...ends.slice(0, -1)].flatMap(otherMarks).map((some): [Flip[]] => [some]),
        ],
      },
    );
  });

  it('is read on where a first mark says that here the directory begins, and that is told', async () => {
    for (const some of otherMarks(0)) {
      const altered = file.slice();
      for (const [at, bits] of some) altered[at] = (altered[at] ?? 0) ^ bits;
      const pieces = await piecesOf(altered);
      expect(idsOf(envelopesOf(pieces))).toEqual(idsOf(items.slice(1)));
      expect(pieces[0]).toMatchObject({ kind: 'damaged', damage: 'altered' });
    }
  });

  it('is no trouble where bytes are missing from its middle', async () => {
    const [first, second] = [ends[0] ?? 0, ends[1] ?? 0];
    const pieces = await piecesOf(new Uint8Array([...file.slice(0, first + 10), ...file.slice(second - 5)]));
    expect(idsOf(envelopesOf(pieces))).toEqual(idsOf(items.filter((_, index) => index !== 1)));
    expect(pieces.some(({ kind }) => kind === 'damaged')).toBe(true);
  });
});

describe('parts that were joined into one file', () => {
  it('are read to the last, and their directories are no damage', async () => {
    const other = packItems([anItem(new Uint8Array(90).fill(7))]);
    const pieces = await piecesOf(joined([file, other.file]));
    expect(pieces.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'envelope'));
  });

  it('are read to the last also where a directory between them says that it is longer', async () => {
    const altered = file.slice();
    altered[altered.byteLength - 1] = 255;
    const pieces = await piecesOf(joined([altered, file]));
    expect(idsOf(envelopesOf(pieces))).toEqual(idsOf([...items, ...items]));
  });
});

describe('any bytes', () => {
  it('are read without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(envelopesOf(await piecesOf(new Uint8Array(bytes)))).toEqual([]);
      }),
    );
  });
});
