import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransferPiece } from '../../../src/sealing/transfer/read-transfer';
import { anItem, packItems, type Packed, piecesOf } from './transfer-files';

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

describe('an altered part', () => {
  it('never gives other bytes under an id, and gives all envelopes that were not touched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const altered = file.slice();
        altered[at] = (altered[at] ?? 0) ^ flip;
        const given = envelopesOf(await piecesOf(altered));
        const touched = ends.findIndex((end) => at < end);
        const untouched = items.filter((_, index) => index !== touched);
        expect(idsOf(given)).toEqual(expect.arrayContaining([...idsOf(untouched)]));
        for (const { envelopeId, bytes } of given) {
          const original = items.find((item) => item.envelopeId === envelopeId);
          // A flipped name makes another item of it, which its manifest then does not fit.
          if (original) expect([...bytes]).toEqual([...original.bytes]);
        }
      }),
      // An entry without bytes that claims to lie further on.
      { numRuns: 4000, examples: [[extraLengthOfEmptyEntry, 113]] },
    );
  });

  it('is no trouble where bytes are missing from its middle', async () => {
    const [first, second] = [ends[0] ?? 0, ends[1] ?? 0];
    const pieces = await piecesOf(new Uint8Array([...file.slice(0, first + 10), ...file.slice(second - 5)]));
    expect(idsOf(envelopesOf(pieces))).toEqual(idsOf(items.filter((_, index) => index !== 1)));
    expect(pieces.some(({ kind }) => kind === 'damaged')).toBe(true);
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
