import { unzipSync } from 'fflate';
import type { TableRow } from '../../../domain/roster/csv-records';
import { readDateStyles } from './date-styles';
import { readSharedStrings, readSheetRows, SheetTooLarge } from './sheet-rows';
import { readXml } from './xml-events';

export const xlsxLimits = { fileBytes: 10 * 1024 * 1024, partBytes: 40 * 1024 * 1024, parts: 200 } as const;

export type XlsxReading =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[]; readonly sheet: string }
  | { readonly kind: 'refused'; readonly reason: 'notReadable' | 'tooLarge' | 'noSuchSheet' };

class PartTooLarge extends Error {}

/** Unpacks parts by name. What the archive says of sizes is checked before anything is allocated, and held to after. */
function unpack(bytes: Uint8Array, wants: (name: string) => boolean): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  let count = 0;
  const sizes = new Map<string, number>();
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1;
      if (count > xlsxLimits.parts) throw new PartTooLarge();
      if (!wants(name)) return false;
      total += originalSize;
      if (total > xlsxLimits.partBytes) throw new PartTooLarge();
      sizes.set(name, originalSize);
      return true;
    },
  });
  if ([...sizes].some(([name, size]) => parts[name]?.byteLength !== size)) throw new PartTooLarge();
  return parts;
}

/** Reads one sheet of an Excel workbook (.xlsx): the first that is shown, or the one named. Never throws. */
export function readXlsx(bytes: Uint8Array, sheetName: string | undefined): XlsxReading {
  if (bytes.byteLength > xlsxLimits.fileBytes) return { kind: 'refused', reason: 'tooLarge' };
  try {
    const parts = unpack(bytes, (name) => bookParts.has(name));
    const book = readWorkbook(parts['xl/workbook.xml'] ?? new Uint8Array());
    const sheet = book.sheets.find(({ name, isHidden }) => (sheetName === undefined ? !isHidden : name === sheetName));
    if (!sheet) return { kind: 'refused', reason: 'noSuchSheet' };
    const target = findTarget(parts['xl/_rels/workbook.xml.rels'], sheet.relation);
    const xml = target === undefined ? undefined : unpack(bytes, (name) => name === target)[target];
    if (!xml) return { kind: 'refused', reason: 'notReadable' };
    const shared = readSharedStrings(parts['xl/sharedStrings.xml']);
    const dateStyles = readDateStyles(parts['xl/styles.xml']);
    return { kind: 'rows', rows: readSheetRows(xml, { shared, dateStyles, is1904: book.is1904 }), sheet: sheet.name };
  } catch (error) {
    const isTooLarge = error instanceof PartTooLarge || error instanceof SheetTooLarge;
    return { kind: 'refused', reason: isTooLarge ? 'tooLarge' : 'notReadable' };
  }
}

const bookParts: ReadonlySet<string> = new Set([
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
]);

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly relation: string; readonly isHidden: boolean }[];
  readonly is1904: boolean;
}

function readWorkbook(xml: Uint8Array): Workbook {
  const sheets: Workbook['sheets'][number][] = [];
  let is1904 = false;
  readXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const isHidden = /idden/.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '', isHidden });
    },
  });
  return { sheets, is1904 };
}

function findTarget(xml: Uint8Array | undefined, relation: string): string | undefined {
  let target: string | undefined;
  if (!xml) return undefined;
  readXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === relation) target = attributes['Target'];
    },
  });
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
}
