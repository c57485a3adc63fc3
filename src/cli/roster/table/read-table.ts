import { readCsv, type TableRow } from '../../../domain/roster/csv-records';
import { CommandFailure } from '../../failure';
import { readXlsx, xlsxLimits } from '../xlsx/read-xlsx';

export interface Table {
  readonly rows: readonly TableRow[];
  /** How it was read, in words for the report. */
  readonly form: string;
}

const mostCsvBytes = 20 * 1024 * 1024;

const refusals = {
  notReadable: 'The workbook cannot be read. Save it again as .xlsx or CSV.',
  tooLarge: `The workbook is too large for a roster (${xlsxLimits.fileBytes / 1024 / 1024} MiB, 20000 rows, 200 columns).`,
  noSuchSheet: 'There is no such sheet in the workbook.',
} as const;

/** Reads a roster's file by its bytes, whatever it is called. Throws `roster-unreadable`. */
export function readTable(bytes: Uint8Array, sheet: string | undefined): Table {
  if (isZip(bytes)) {
    const reading = readXlsx(bytes, sheet);
    if (reading.kind === 'refused') throw new CommandFailure('roster-unreadable', refusals[reading.reason]);
    return { rows: reading.rows, form: 'XLSX' };
  }
  if (bytes.byteLength > mostCsvBytes) throw new CommandFailure('roster-unreadable', 'The file is too large for a roster.');
  const { text, form } = readText(bytes);
  return { rows: readCsv(text), form: `CSV, ${form}` };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** UTF-16 only with its mark; UTF-8 where every byte fits, which Shift_JIS text practically never does; else Shift_JIS. */
function readText(bytes: Uint8Array): { readonly text: string; readonly form: string } {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? (['utf-16le'] as const) : (['utf-8', 'shift_jis'] as const);
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== undefined) return { text, form: { 'utf-16le': 'UTF-16', 'utf-8': 'UTF-8', shift_jis: 'Shift_JIS' }[encoding] };
  }
  throw new CommandFailure('roster-unreadable', 'The text is neither UTF-8 nor Shift_JIS, nor is it an .xlsx workbook.');
}

/** The decoder's Shift_JIS is the one Windows writes (code page 932): 髙 and 﨑 are in it. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
