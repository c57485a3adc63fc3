/**
 * How many envelopes go at once, between 1 and 4, found by trying: one more is added, and kept where all together
 * arrive faster for it; and as many at once as are each over in a moment. On a gymnasium's crowded line that ends with
 * one, in the office with four. Nothing is asked of the line but what has to be sent anyway.
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
/** Less is no gain. On a line that all share, one more gains nothing; a line that is alone varies by ten times this. */
const leastGain = 1.02;
/** An envelope that takes no longer loses nothing when it is cut off or waits for others: the more, the better. */
const quickMs = 150;
/** Rounds before a width that brought nothing is tried again: by then the hall may have emptied. */
const longStay = 2;
/** Fewer say nothing: two rounds of two envelopes differ by half on the same line. */
const envelopesPerRound = 8;
/** Enough to see that each is over in a moment. */
const envelopesPerQuickRound = 2;

export const newLine: Line = { width: 1, narrowerRate: null, stayRounds: 0, round: null };

/** The line after one more envelope of so many bytes has arrived. A clock set back starts the round anew. */
export function noteArrival(line: Line, bytes: number, nowMs: number): Line {
  const { round } = line;
  if (!round || nowMs < round.sinceMs) return { ...line, round: { bytes: 0, envelopes: 0, sinceMs: nowMs } };
  const next = { ...round, bytes: round.bytes + bytes, envelopes: round.envelopes + 1 };
  const elapsedMs = nowMs - next.sinceMs;
  /** So many would each be over in a moment, even where all share the way. */
  const quickWidth = Math.floor(quickMs / (elapsedMs / next.envelopes));
  const mayWiden = line.stayRounds === 0 && line.width < mostWidth;
  const enough = mayWiden && quickWidth > line.width ? envelopesPerQuickRound : envelopesPerRound;
  if (next.envelopes < enough) return { ...line, round: next };
  const rate = next.bytes / Math.max(1, elapsedMs);
  return { ...nextWidth(line, rate, quickWidth), round: { bytes: 0, envelopes: 0, sinceMs: nowMs } };
}

function nextWidth({ width, narrowerRate, stayRounds }: Line, rate: number, quickWidth: number): Omit<Line, 'round'> {
  const isQuick = quickWidth >= width;
  if (!isQuick && narrowerRate !== null && rate < narrowerRate * leastGain) {
    return { width: width - 1, narrowerRate: null, stayRounds: longStay };
  }
  if (stayRounds > 0) return { width, narrowerRate: null, stayRounds: stayRounds - 1 };
  return width < mostWidth
    ? { width: Math.min(mostWidth, Math.max(width + 1, quickWidth)), narrowerRate: rate, stayRounds: 0 }
    : { width, narrowerRate: null, stayRounds: longStay };
}

/** Of bodies begun at once: a tablet may have to hold them all in memory. */
const mostBegunBytes = 64 * 1024 * 1024;

/**
 * How many envelopes are begun at once: on a wide line a sixteenth of them go, while others are being marked and the
 * receipts of others written, many in one transaction. A single one is waited for: a narrow line is slower than the disk.
 *
 * @param largestBytes of the bodies that were begun before; where they are large, fewer are begun, but as many as go.
 */
export function mostBegun({ width }: Line, largestBytes: number): number {
  if (width === 1) return 1;
  return Math.max(width, Math.min(16 * width, Math.floor(mostBegunBytes / largestBytes)));
}
