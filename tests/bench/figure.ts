/** One measured figure beside its limit: `ratio` up to 1 keeps it. */
export interface Figure {
  readonly name: string;
  readonly [fact: string]: string | number;
}

export function figureOf(name: string, measured: number, limit: number, facts: Readonly<Record<string, number>> = {}): Figure {
  return { name, measured: rounded(measured), limit, ratio: rounded(measured / limit), ...facts };
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The value that this share of all does not exceed. */
export function nearestRank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
