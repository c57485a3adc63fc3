import type { TableRow } from '../../../domain/roster/csv-records';
import { findSerialDay } from './date-styles';
import { readXml } from './xml-events';

export const sheetLimits = { rows: 20_000, columns: 200 } as const;

/** The sheet has more rows or columns than a roster can have. */
export class SheetTooLarge extends Error {}

export interface SheetWords {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly is1904: boolean;
}

/** The texts of a workbook that cells refer to by number. Readings above the letters (ふりがな) are left out. */
export function readSharedStrings(xml: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml) readTexts(xml, 'si', (text) => strings.push(text));
  return strings;
}

function readTexts(xml: Uint8Array, item: string, take: (text: string) => void): void {
  let text = '';
  let isText = false;
  let isReading = false;
  readXml(xml, {
    onOpen: (name) => {
      if (name === item) text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    onText: (part) => {
      if (isText) text += part;
    },
    onClose: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === item) take(text);
    },
  });
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** The rows of a sheet as texts: what stands in a cell, days as `YYYY-MM-DD`. Throws SheetTooLarge. */
export function readSheetRows(xml: Uint8Array, words: SheetWords): readonly TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let cell: Cell = { column: -1, type: 'n', style: 0 };
  let text = '';
  let takes = false;
  let isReading = false;
  readXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        cells = [];
        cell = { ...cell, column: -1 };
        if (rows.length >= sheetLimits.rows) throw new SheetTooLarge();
      }
      if (name === 'c') {
        cell = cellOf(attributes, cell.column + 1);
        text = '';
      }
      if (name === 'rPh') isReading = true;
      takes = name === 'v' || (name === 't' && !isReading);
    },
    onText: (part) => {
      if (takes) text += part;
    },
    onClose: (name) => {
      takes = false;
      if (name === 'rPh') isReading = false;
      if (name === 'c') cells[cell.column] = shownText(text, cell, words);
      if (name === 'row') rows.push({ line, cells: Array.from(cells, (shown: string | undefined) => shown ?? '') });
    },
  });
  return rows;
}

function cellOf(attributes: Readonly<Record<string, string>>, following: number): Cell {
  const letters = /^[A-Z]{1,3}/.exec(attributes['r'] ?? '')?.[0];
  const column =
    letters === undefined ? following : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column >= sheetLimits.columns) throw new SheetTooLarge();
  return { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
}

function shownText(text: string, { type, style }: Cell, { shared, dateStyles, is1904 }: SheetWords): string {
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'n' && text !== '' && dateStyles.has(style)) return findSerialDay(Number(text), is1904) ?? text;
  return type === 'e' ? '' : text;
}
