import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/domain/counts/csv';

/** RFC 4180, read strictly. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows: string[][] = [];
  let rest = text.slice(1);
  const row: string[] = [];
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!match) throw new Error('not RFC 4180');
    row.push(match[2] ?? (match[1] ?? '').replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push(row.splice(0));
    rest = rest.slice(match[0].length);
  }
  expect(row).toEqual([]);
  return rows;
}

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const cells = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '＝', 'あ', "'", '\t') }),
  fc.integer(),
);

describe('a CSV file', () => {
  it('comes back cell by cell, formulas led by an apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 1 })), (rows) => {
        const expected = rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : String(cell))),
        );
        expect(parseCsv(toCsv(rows))).toEqual(expected);
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const [[cell] = []] = parseCsv(toCsv([[start + rest]]));
        expect(cell).toBe(`'${start}${rest}`);
      }),
    );
  });

  it('writes numbers as they are and ends each line with CRLF', () => {
    expect(
      toCsv([
        ['会場', 1],
        ['見本, 保健センター', -2],
      ]),
    ).toBe('\uFEFF会場,1\r\n"見本, 保健センター",-2\r\n');
    expect(toCsv([])).toBe('\uFEFF');
  });
});
