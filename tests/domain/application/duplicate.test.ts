import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EarlierApplication, mergeEarlier } from '../../../src/domain/application/duplicate';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { sampleDay, sampleStationCode } from '../../support/sample-application';

const anyEarlier: fc.Arbitrary<EarlierApplication> = fc
  .record({ place: fc.nat({ max: 5 }), sealedAtMs: fc.nat({ max: 9 }), isOfThisTablet: fc.boolean() })
  .map(({ place, ...facts }) => ({
    envelopeId: `envelope-${String(place)}`,
    receptionNumber: receptionNumberOf(sampleStationCode, place + 1),
    openingId: 'opening-1',
    day: sampleDay,
    ...facts,
  }));
const anyList = fc.array(anyEarlier, { maxLength: 8 });

describe('earlier applications from two sides', () => {
  it('become one list: each envelope once, none lost, newest first', () => {
    fc.assert(
      fc.property(anyList, anyList, (known, further) => {
        const merged = mergeEarlier(known, further);
        const ids = merged.map(({ envelopeId }) => envelopeId);
        expect(new Set(ids)).toEqual(new Set([...known, ...further].map(({ envelopeId }) => envelopeId)));
        expect(new Set(ids).size).toBe(ids.length);
        const times = merged.map(({ sealedAtMs }) => sealedAtMs);
        expect(times).toEqual([...times].sort((left, right) => right - left));
      }),
    );
  });

  it('are said to be of this tablet where one side knows it, whichever answers first', () => {
    fc.assert(
      fc.property(anyList, anyList, (known, further) => {
        const own = [...known, ...further].filter(({ isOfThisTablet }) => isOfThisTablet).map(({ envelopeId }) => envelopeId);
        for (const merged of [mergeEarlier(known, further), mergeEarlier(further, known)]) {
          for (const { envelopeId, isOfThisTablet } of merged) expect(isOfThisTablet).toBe(own.includes(envelopeId));
        }
      }),
    );
  });
});
