import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, mostBegun, newLine, noteArrival } from '../../../src/sync/pace/line';

const envelopeBytes = 300_000;

/** Sends over a line of so many bytes a millisecond, of which one upload alone gets at most `share`. */
function widthsOver(capacity: number, share: number, envelopes: number): number[] {
  let line: Line = newLine;
  let nowMs = 0;
  const widths: number[] = [];
  for (let sent = 0; sent < envelopes; sent += 1) {
    nowMs += envelopeBytes / Math.min(capacity, share * line.width);
    line = noteArrival(line, envelopeBytes, nowMs);
    widths.push(line.width);
  }
  return widths;
}

describe('a line', () => {
  it('begins with one', () => {
    expect(newLine.width).toBe(1);
  });

  it('widens to four where each more makes it faster', () => {
    const widths = widthsOver(1000, 100, 60);
    expect(widths.at(-1)).toBe(4);
    expect(Math.max(...widths)).toBe(4);
  });

  it('widens to four, and stays there, where each envelope is over in a moment, however the moments differ', () => {
    const oneAtATimeMs = fc.array(fc.integer({ min: 5, max: 35 }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(oneAtATimeMs, (times) => {
        let line: Line = newLine;
        let nowMs = 0;
        for (const [sent, ms] of times.entries()) {
          line = noteArrival(line, envelopeBytes, (nowMs += ms));
          if (sent >= 2) expect(line.width).toBe(4);
        }
      }),
    );
  });

  it('goes back to one where all share the same narrow way, and tries again only now and then', () => {
    const widths = widthsOver(100, 100, 200);
    expect(Math.max(...widths)).toBe(2);
    const alone = widths.filter((width) => width === 1).length;
    expect(alone / widths.length).toBeGreaterThan(0.7);
  });

  it('tries a second only now and then where it brings nothing, though one alone is over in a moment', () => {
    const widths = widthsOver(3000, 3000, 400);
    expect(Math.max(...widths)).toBe(2);
    const alone = widths.filter((width) => width === 1).length;
    expect(alone / widths.length).toBeGreaterThan(0.6);
  });

  it('stays at two where a third brings nothing', () => {
    const widths = widthsOver(200, 100, 400).slice(20);
    const most = widths.filter((width) => width === 2).length;
    expect(most / widths.length).toBeGreaterThan(0.7);
  });

  it('bears a clock that is turned back or stands still', () => {
    let line = noteArrival(newLine, envelopeBytes, 1_000_000);
    line = noteArrival(line, envelopeBytes, 0);
    expect(line.round).toEqual({ bytes: 0, envelopes: 0, sinceMs: 0 });
    for (let sent = 0; sent < 20; sent += 1) line = noteArrival(line, envelopeBytes, 0);
    expect(line.width).toBeGreaterThanOrEqual(1);
    expect(line.width).toBeLessThanOrEqual(4);
  });

  it.each([
    { width: 1, megabytes: 0.3, begun: 1 },
    { width: 2, megabytes: 0.3, begun: 32 },
    { width: 4, megabytes: 0.3, begun: 64 },
    { width: 4, megabytes: 8, begun: 8 },
    { width: 4, megabytes: 100, begun: 4 },
  ])('begins $begun of $megabytes MiB where $width go', ({ width, megabytes, begun }) => {
    expect(mostBegun({ ...newLine, width }, megabytes * 1024 * 1024)).toBe(begun);
  });
});
