const byteOrderMark = '\uFEFF';

/**
 * A CSV file as spreadsheets in Japanese offices open it: UTF-8 with byte order mark, CRLF (RFC 4180).
 * Cells that a spreadsheet would run as a formula, in half or full width, are led by an apostrophe.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
