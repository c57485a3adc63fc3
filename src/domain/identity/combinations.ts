import { type Combination, documentGroups, type DocumentGroup, type GroupCounts } from './documents';

/** What was shown so far. */
export interface Shown {
  readonly counts: GroupCounts;
  readonly isExtraCheckDone: boolean;
}

/** What one combination still lacks: `{ group: 'B', count: 1 }` reads あと1点、Bの書類が必要です. */
export interface Shortfall {
  readonly combination: Combination;
  readonly documents: readonly { readonly group: DocumentGroup; readonly count: number }[];
  readonly needsExtraCheck: boolean;
}

export type CombinationReading =
  | { readonly kind: 'satisfied'; readonly combination: Combination }
  /** Every way on, the one that needs least first. Never empty where any combination is allowed. */
  | { readonly kind: 'missing'; readonly ways: readonly Shortfall[] };

/** Judges what was shown by the allowed combinations, in their order where several need equally little. */
export function judgeCombinations(shown: Shown, combinations: readonly Combination[]): CombinationReading {
  const ways = combinations.map((combination) => shortfallOf(combination, shown));
  const whole = ways.find((way) => missingCount(way) === 0);
  if (whole) return { kind: 'satisfied', combination: whole.combination };
  const ordered = ways.map((way, index) => ({ way, index }));
  ordered.sort((a, b) => missingCount(a.way) - missingCount(b.way) || a.index - b.index);
  return { kind: 'missing', ways: ordered.map(({ way }) => way) };
}

/** Documents still to be shown, the extra check counted as one of them. */
function missingCount({ documents, needsExtraCheck }: Shortfall): number {
  return documents.reduce((sum, { count }) => sum + count, needsExtraCheck ? 1 : 0);
}

function shortfallOf(combination: Combination, { counts, isExtraCheckDone }: Shown): Shortfall {
  const documents = documentGroups
    .map((group) => ({ group, count: Math.max(0, (combination.needs[group] ?? 0) - (counts[group] ?? 0)) }))
    .filter(({ count }) => count > 0);
  return { combination, documents, needsExtraCheck: combination.needsExtraCheck && !isExtraCheckDone };
}
