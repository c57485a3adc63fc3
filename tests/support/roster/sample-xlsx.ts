import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface SampleBook {
  /** The `<row>` elements of the sheet that is shown. */
  readonly rows: string;
  /** The `<si>` elements. */
  readonly strings?: string;
  readonly is1904?: boolean;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const relationshipsOf = (targets: readonly string[]): string => {
  const items = targets.map((target, index) => `<Relationship Id="rId${String(index + 1)}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
};

const styles = [
  `<styleSheet ${main}><numFmts>`,
  '<numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
  '<numFmt numFmtId="177" formatCode="0&quot;day&quot;"/></numFmts>',
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>',
].join('');

const sheetOf = (rows: string): string => `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook as spreadsheet programs write it: a hidden sheet, then the one with these rows. Style 1 is a day, 2 an era's. */
export function sampleXlsx({ rows, strings = '', is1904 = false, files = {} }: SampleBook): Uint8Array {
  const sheets = ['<sheet name="控え" sheetId="1" state="hidden" r:id="rId1"/>', '<sheet name="名簿" sheetId="2" r:id="rId2"/>'];
  const properties = `<workbookPr date1904="${is1904 ? '1' : '0'}"/>`;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} ${relations}>${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsOf(['worksheets/sheet1.xml', '/xl/worksheets/sheet2.xml']),
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>控え</t></is></c></row>'),
    'xl/worksheets/sheet2.xml': sheetOf(rows),
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, strToU8(head + text)] as const);
  return zipSync({ ...Object.fromEntries(texts), ...files });
}
