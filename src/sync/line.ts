/**
 * How many envelopes go at once, between 1 and 4, found by trying: one more is added, and kept where all together
 * arrive faster for it. On a gymnasium's crowded line that ends with one, in the office with four. Nothing is asked of
 * the line but what has to be sent anyway.
 */
export interface Line {
  /** Envelopes under way at once. */
  readonly width: number;
  /** Bytes a millisecond when one fewer was under way; null while no wider one is being tried. */
  readonly narrowerRate: number | null;
  /** Rounds to stay at this width before another try. */
  readonly stayRounds: number;
  /** What has arrived at this width, and since when; null until the first one has. */
  readonly round: { readonly bytes: number; readonly envelopes: number; readonly sinceMs: number } | null;
}

const mostWidth = 4;
/** Less is what a shared line varies by itself. */
const leastGain = 1.15;
/** Until the hall may have emptied. */
const longStay = 8;
const envelopesPerWidth = 2;

export const newLine: Line = { width: 1, narrowerRate: null, stayRounds: 0, round: null };

/** The line after one more envelope of so many bytes has arrived. A clock set back starts the round anew. */
export function noteArrival(line: Line, bytes: number, nowMs: number): Line {
  const { round, width } = line;
  if (!round || nowMs < round.sinceMs) return { ...line, round: { bytes: 0, envelopes: 0, sinceMs: nowMs } };
  const next = { ...round, bytes: round.bytes + bytes, envelopes: round.envelopes + 1 };
  if (next.envelopes < width * envelopesPerWidth) return { ...line, round: next };
  const rate = next.bytes / Math.max(1, nowMs - next.sinceMs);
  return { ...nextWidth(line, rate), round: { bytes: 0, envelopes: 0, sinceMs: nowMs } };
}

function nextWidth({ width, narrowerRate, stayRounds }: Line, rate: number): Omit<Line, 'round'> {
  if (narrowerRate !== null && rate < narrowerRate * leastGain) {
    return { width: width - 1, narrowerRate: null, stayRounds: longStay };
  }
  if (stayRounds > 0) return { width, narrowerRate: null, stayRounds: stayRounds - 1 };
  return width < mostWidth
    ? { width: width + 1, narrowerRate: rate, stayRounds: 0 }
    : { width, narrowerRate: null, stayRounds: longStay };
}
