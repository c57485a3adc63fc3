import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCombinations, type Shortfall, type Shown } from '../../../src/domain/identity/combinations';
import { documentGroups, type GroupCounts, usualCombinations } from '../../../src/domain/identity/documents';

const judge = (counts: GroupCounts, isExtraCheckDone = false) =>
  judgeCombinations({ counts, isExtraCheckDone }, usualCombinations);

const anyShown: fc.Arbitrary<Shown> = fc.record({
  counts: fc.record({ A: fc.nat(3), B: fc.nat(3), notice: fc.nat(2) }),
  isExtraCheckDone: fc.boolean(),
});

function afterShowing({ counts, isExtraCheckDone }: Shown, way: Shortfall): Shown {
  const more = documentGroups.map((group) => {
    const lacking = way.documents.find((document) => document.group === group)?.count ?? 0;
    return [group, (counts[group] ?? 0) + lacking] as const;
  });
  return { counts: Object.fromEntries(more), isExtraCheckDone: isExtraCheckDone || way.needsExtraCheck };
}

describe('identity documents', () => {
  it.each([
    [{ A: 2 }, false, 'twoA'],
    [{ A: 1, B: 1 }, false, 'oneAOneB'],
    [{ notice: 1, B: 2 }, false, 'noticeTwoB'],
    [{ A: 1 }, true, 'oneAExtraCheck'],
  ] as const)('%j (extra check: %s) are enough', (counts, isExtraCheckDone, id) => {
    expect(judge(counts, isExtraCheckDone)).toMatchObject({ kind: 'satisfied', combination: { id } });
  });

  it.each([{}, { A: 1 }, { B: 1 }, { B: 3 }, { notice: 1 }, { notice: 1, B: 1 }, { notice: 2, A: 1 }])('%j are not', (counts) => {
    expect(judge(counts).kind).toBe('missing');
  });

  it('that lack one thing say which: another A, a B, or the extra check', () => {
    const reading = judge({ A: 1 });
    const ways = reading.kind === 'missing' ? reading.ways.slice(0, 3) : [];
    expect(ways.map(({ documents, needsExtraCheck }) => ({ documents, needsExtraCheck }))).toEqual([
      { documents: [{ group: 'A', count: 1 }], needsExtraCheck: false },
      { documents: [{ group: 'B', count: 1 }], needsExtraCheck: false },
      { documents: [], needsExtraCheck: true },
    ]);
  });

  it('name the nearest way first: with 通知カード and one B, another B', () => {
    const reading = judge({ notice: 1, B: 1 });
    expect(reading.kind === 'missing' && reading.ways[0]?.documents).toEqual([{ group: 'A', count: 1 }]);
    const withTwo = judgeCombinations({ counts: { notice: 1, B: 1 }, isExtraCheckDone: false }, usualCombinations.slice(2));
    expect(withTwo.kind === 'missing' && withTwo.ways[0]?.documents).toEqual([{ group: 'B', count: 1 }]);
  });

  it('are enough once any way was followed, and not one document sooner', () => {
    fc.assert(
      fc.property(anyShown, (shown) => {
        const reading = judgeCombinations(shown, usualCombinations);
        const ways = reading.kind === 'missing' ? reading.ways : [];
        for (const way of ways) {
          expect(judgeCombinations(afterShowing(shown, way), [way.combination]).kind).toBe('satisfied');
          for (const { group } of way.documents) {
            const { counts, isExtraCheckDone } = afterShowing(shown, way);
            const oneFewer = { counts: { ...counts, [group]: (counts[group] ?? 0) - 1 }, isExtraCheckDone };
            expect(judgeCombinations(oneFewer, [way.combination]).kind).toBe('missing');
          }
        }
      }),
    );
  });

  it('stay enough when more is shown', () => {
    fc.assert(
      fc.property(anyShown, fc.constantFrom(...documentGroups), (shown, group) => {
        fc.pre(judgeCombinations(shown, usualCombinations).kind === 'satisfied');
        const counts = { ...shown.counts, [group]: (shown.counts[group] ?? 0) + 1 };
        expect(judgeCombinations({ ...shown, counts }, usualCombinations).kind).toBe('satisfied');
      }),
    );
  });
});
