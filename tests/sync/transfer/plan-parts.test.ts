import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { wireLimits } from '../../../src/protocol/limits';
import { transferPartBytes, transferPartItems } from '../../../src/protocol/transfer/transfer-index';
import { planParts, transferBytesOf, type TransferItem } from '../../../src/sync/transfer/plan-parts';
import { sampleDigest } from '../../support/sample-application';

const anItem = (size: number): TransferItem => ({ kind: 'envelope', envelopeId: uuidv7(), digest: sampleDigest, size });
const anySize = fc.integer({ min: 1, max: wireLimits.envelopeBytes });

describe('the parts of a transfer', () => {
  it('hold every item once, in order, each part within its limit', () => {
    fc.assert(
      fc.property(fc.array(anySize, { maxLength: 60 }), (sizes) => {
        const items = sizes.map(anItem);
        const parts = planParts(items);
        expect(parts.flat()).toEqual(items);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.reduce((sum, item) => sum + transferBytesOf(item), 0)).toBeLessThan(transferPartBytes);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are as few as the order allows: a part ends only where the next item does not fit', () => {
    const parts = planParts(Array.from({ length: 500 }, () => anItem(250 * 1024)));
    expect(parts.map(({ length }) => length)).toEqual([191, 191, 118]);
  });

  it('end at the index limit where items are tiny', () => {
    const parts = planParts(Array.from({ length: transferPartItems + 1 }, () => anItem(1)));
    expect(parts.map(({ length }) => length)).toEqual([transferPartItems, 1]);
  });
});
