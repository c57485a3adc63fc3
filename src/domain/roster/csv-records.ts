/** One record of a table, and the line of the file in which it begins. */
export interface TableRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What separates cells: a comma, or a tab or semicolon where the first line holds more of those. */
function separatorOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string): number => firstLine.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Reads CSV (RFC 4180, and what spreadsheets make of it): quoted cells may hold separators, line breaks and doubled
 * quotes; lines end with CRLF, LF or CR. A quote inside a bare cell is a character like any other; one that never
 * closes holds the rest of the file, as spreadsheets read it. Never throws.
 */
export function readCsv(text: string): readonly TableRow[] {
  const body = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(body);
  const rows: TableRow[] = [];
  const reader = { text: body, at: 0, line: 1, separator };
  while (reader.at < body.length) rows.push(readRecord(reader));
  return rows;
}

interface Reader {
  readonly text: string;
  readonly separator: string;
  at: number;
  line: number;
}

function readRecord(reader: Reader): TableRow {
  const { line } = reader;
  const cells: string[] = [];
  do cells.push(readCell(reader));
  while (takeSeparator(reader));
  takeLineEnd(reader);
  return { line, cells };
}

function takeSeparator(reader: Reader): boolean {
  const isThere = reader.text.charAt(reader.at) === reader.separator;
  if (isThere) reader.at += 1;
  return isThere;
}

function takeLineEnd(reader: Reader): void {
  if (reader.at >= reader.text.length) return;
  reader.at += reader.text.startsWith('\r\n', reader.at) ? 2 : 1;
  reader.line += 1;
}

function readCell(reader: Reader): string {
  const quoted = reader.text.charAt(reader.at) === '"' ? readQuoted(reader) : '';
  const from = reader.at;
  while (reader.at < reader.text.length && !isCellEnd(reader)) reader.at += 1;
  return quoted + reader.text.slice(from, reader.at);
}

function isCellEnd({ text, at, separator }: Reader): boolean {
  const character = text.charAt(at);
  return character === separator || character === '\r' || character === '\n';
}

function readQuoted(reader: Reader): string {
  const parts: string[] = [];
  for (let from = reader.at + 1; ; from = reader.at + 1) {
    const closing = reader.text.indexOf('"', from);
    const end = closing < 0 ? reader.text.length : closing;
    parts.push(reader.text.slice(from, end));
    const isDoubled = reader.text.charAt(end + 1) === '"';
    reader.at = isDoubled ? end + 1 : Math.min(end + 1, reader.text.length);
    if (!isDoubled) break;
    parts.push('"');
  }
  const cell = parts.join('');
  reader.line += (cell.match(/\r\n|\r|\n/g) ?? []).length;
  return cell;
}
