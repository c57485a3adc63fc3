import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/domain/counts/csv';
import { readCsv } from '../../../src/domain/roster/csv-records';

const cellsOf = (text: string): (readonly string[])[] => readCsv(text).map(({ cells }) => cells);

/** Text that `toCsv` does not lead with an apostrophe. */
const cell = fc.string({ unit: fc.constantFrom('a', '髙', '"', ',', '\n', '\r', '\r\n', ' ', '葛󠄀') }).map((text) => `x${text}`);

describe('reading CSV', () => {
  it('gives back what was written, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(cellsOf(toCsv(rows))).toEqual(rows);
      }),
    );
  });

  it('names the line of the file in which each record begins', () => {
    const rows = readCsv('番号,氏名\r\n1,"見本\r\n太郎"\r\n2,見本 花子\n3,見本 一郎');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
  });

  it.each([
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    ['a\tb,c\td', [['a', 'b,c', 'd']]],
    [
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,"b""c"\n', [['a', 'b"c']]],
    ['a,b"c"d', [['a', 'b"c"d']]],
    ['a,"b', [['a', 'b']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('ends, whatever it is given, and loses no character of a bare text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', '\t') }), (text) => {
        const rows = readCsv(text);
        expect(
          rows
            .flatMap(({ cells }) => cells)
            .join('')
            .match(/a/g)?.length ?? 0,
        ).toBe(text.match(/a/g)?.length ?? 0);
        expect(rows.map(({ line }) => line)).toEqual([...rows.map(({ line }) => line)].sort((a, b) => a - b));
      }),
    );
  });
});
