import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findSerialDay } from '../../../../src/cli/roster/xlsx/date-styles';
import { readXlsx, xlsxLimits } from '../../../../src/cli/roster/xlsx/read-xlsx';
import { addDays, dayOf } from '../../../../src/domain/calendar/day';
import { type SampleBook, sampleXlsx } from '../../../support/roster/sample-xlsx';

const cellsOf = (book: SampleBook, sheet?: string): unknown => {
  const reading = readXlsx(sampleXlsx(book), sheet);
  return reading.kind === 'rows' ? reading.rows.map(({ cells }) => cells) : reading.reason;
};
const sheetPart = 'xl/worksheets/sheet2.xml';

describe('a workbook', () => {
  it('is read from its first sheet that is shown, or the one named', () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>番号</t></is></c></row>';
    expect(cellsOf({ rows })).toEqual([['番号']]);
    expect(cellsOf({ rows }, '控え')).toEqual([['控え']]);
    expect(cellsOf({ rows }, 'ない')).toBe('noSuchSheet');
  });

  it('gives texts without the readings above them, whole across runs, in their own columns', () => {
    const strings =
      '<si><t>髙見本</t><rPh sb="0" eb="1"><t>タカミホン</t></rPh></si><si><r><t xml:space="preserve">﨑 </t></r><r><t>太郎</t></r></si>';
    const rows = '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>';
    expect(cellsOf({ rows, strings })).toEqual([['', '髙見本', '', '﨑 太郎']]);
    const reading = readXlsx(sampleXlsx({ rows, strings }), undefined);
    expect(reading.kind === 'rows' && reading.rows[0]?.line).toBe(3);
  });

  it('shows days by their style, in both of its calendars, and numbers as they stand', () => {
    const row = (style: number, value: string): string => `<row r="1"><c r="A1" s="${String(style)}"><v>${value}</v></c></row>`;
    expect(cellsOf({ rows: row(1, '25648') })).toEqual([['1970-03-21']]);
    expect(cellsOf({ rows: row(2, '25648.5') })).toEqual([['1970-03-21']]);
    expect(cellsOf({ rows: row(1, '24186'), is1904: true })).toEqual([['1970-03-21']]);
    expect(cellsOf({ rows: row(0, '25648') })).toEqual([['25648']]);
    expect(cellsOf({ rows: row(3, '7') })).toEqual([['7']]);
    expect(cellsOf({ rows: '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c></row>' })).toEqual([
      ['', '1'],
    ]);
  });

  it('counts days as spreadsheets do', () => {
    const first = dayOf('1900-03-01');
    fc.assert(
      fc.property(fc.nat({ max: 60_000 }), (days) => {
        expect(findSerialDay(61 + days, false)).toBe(addDays(first, days));
      }),
    );
    expect([1, 59].map((serial) => findSerialDay(serial, false))).toEqual(['1900-01-01', '1900-02-28']);
    expect([0, -1, Number.NaN, 1e9].map((serial) => findSerialDay(serial, false))).toEqual(Array(4).fill(undefined));
  });

  it('is refused where it is none, holds a document type, or would swell', () => {
    expect(readXlsx(strToU8('PK no archive'), undefined)).toEqual({ kind: 'refused', reason: 'notReadable' });
    const files = { [sheetPart]: strToU8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>') };
    expect(cellsOf({ rows: '', files })).toBe('notReadable');
    expect(cellsOf({ rows: '', files: { [sheetPart]: strToU8('<worksheet><row>') } })).toBe('notReadable');
    expect(cellsOf({ rows: '', files: { [sheetPart]: new Uint8Array(xlsxLimits.partBytes + 1) } })).toBe('tooLarge');
    const many = Object.fromEntries(
      Array.from({ length: xlsxLimits.parts + 1 }, (_, index) => [`x${String(index)}`, strToU8('')]),
    );
    expect(cellsOf({ rows: '', files: many })).toBe('tooLarge');
    expect(cellsOf({ rows: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' })).toBe('tooLarge');
  });

  it('that says less of a part than it holds is not believed', () => {
    const book = sampleXlsx({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'あ'.repeat(5000)}</t></is></c></row>` });
    const lying = Uint8Array.from(book);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 64, true);
    expect(readXlsx(lying, undefined).kind).toBe('refused');
  });

  it('never throws, whatever byte of it is another', () => {
    const book = sampleXlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    fc.assert(
      fc.property(fc.nat({ max: book.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
        const changed = Uint8Array.from(book);
        changed[at] = value;
        expect(['rows', 'refused']).toContain(readXlsx(changed, undefined).kind);
      }),
    );
  });
});
