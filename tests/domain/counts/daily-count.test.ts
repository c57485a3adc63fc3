import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { channels } from '../../../src/domain/campaign/channel';
import { kinds } from '../../../src/domain/campaign/kind';
import { methods } from '../../../src/domain/campaign/method';
import { touchpoints } from '../../../src/domain/campaign/touchpoint';
import type { CountRow } from '../../../src/domain/counts/count-row';
import { countBy, type CountedBy, countFigures, type Figures } from '../../../src/domain/counts/daily-count';
import { type EntryState, entryStates } from '../../../src/domain/submission/entry-state';

const anyRow: fc.Arbitrary<CountRow> = fc.record({
  openingId: fc.constantFrom('opening-1', 'opening-2', 'opening-3'),
  day: fc.constant(dayOf('2026-11-20')),
  touchpoint: fc.constantFrom(...touchpoints),
  method: fc.constantFrom(...methods),
  channel: fc.constantFrom(...channels),
  kind: fc.constantFrom(...kinds),
  state: fc.constantFrom(...entryStates),
});
const facts: readonly CountedBy[] = ['openingId', 'method', 'channel', 'kind'];

const sum = (figures: readonly Figures[], name: keyof Figures): number =>
  figures.reduce((total, figure) => total + figure[name], 0);

describe('the daily count', () => {
  it('is whole: sealed = waiting + refused + removed + delivered, over all rows and under every heading', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const total = countFigures(rows);
        expect(total.sealed).toBe(rows.length);
        for (const fact of facts) {
          const parts = [...countBy(rows, fact).values()];
          for (const { sealed, waiting, refused, removed, delivered } of [...parts, total]) {
            expect(waiting + refused + removed + delivered).toBe(sealed);
            expect(Math.min(waiting, refused, removed, delivered)).toBeGreaterThanOrEqual(0);
          }
          for (const name of ['sealed', 'waiting', 'refused', 'removed', 'delivered'] as const) {
            expect(sum(parts, name)).toBe(total[name]);
          }
        }
      }),
    );
  });

  it.each([
    ['waiting', 'waiting'],
    ['sending', 'waiting'],
    ['refused', 'refused'],
    ['removed', 'removed'],
    ['delivered', 'delivered'],
    ['purged', 'delivered'],
  ] as const)('counts %s as %s', (state: EntryState, heading) => {
    const [row] = fc.sample(anyRow, 1);
    const figures = countFigures(row ? [{ ...row, state }] : []);
    expect(figures).toEqual({ sealed: 1, waiting: 0, refused: 0, removed: 0, delivered: 0, voided: 0, [heading]: 1 });
  });

  it('keeps the order in which openings first appear', () => {
    const [row] = fc.sample(anyRow, 1);
    const rows = ['b', 'a', 'b', 'c'].flatMap((openingId) => (row ? [{ ...row, openingId }] : []));
    expect([...countBy(rows, 'openingId').keys()]).toEqual(['b', 'a', 'c']);
  });
});
