import type { TableRow } from './csv-records';

/** What a roster can tell of a person. */
export const rosterFields = ['number', 'name', 'kana', 'birthDate', 'applicationId'] as const;
export type RosterField = (typeof rosterFields)[number];

/** The columns of each field, from 0; a name or reading in two columns (姓, 名) is joined by a space. */
export type RosterColumns = Readonly<Record<RosterField, readonly number[]>>;

/** Headings as they are compared: half width, upper case, katakana, without brackets and marks. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[\s()[\]【】「」・.*※:_-]/g, '');
}

const wholeNames: Readonly<Record<RosterField, readonly string[]>> = {
  number: [
    '社員番号',
    '職員番号',
    '従業員番号',
    '受診番号',
    '受診者番号',
    '整理番号',
    '管理番号',
    '受付番号',
    '名簿番号',
    '番号',
    'NO',
    'ID',
    '連番',
  ],
  name: [
    '氏名',
    '氏名漢字',
    '漢字氏名',
    '名前',
    'オ名前',
    '受診者氏名',
    '受診者名',
    '従業員名',
    '社員名',
    '職員名',
    '申請者氏名',
  ],
  kana: [
    'フリガナ',
    '氏名カナ',
    'カナ氏名',
    '氏名フリガナ',
    '氏名カタカナ',
    'カナ',
    'カナ名',
    'ヨミガナ',
    'ヨミ',
    '読ミ',
    '読ミ仮名',
    '氏名ヨミ',
  ],
  birthDate: ['生年月日', '誕生日', '生年月日和暦', '生年月日西暦', '生年月日年月日'],
  applicationId: ['申請書ID', '申請ID', '申請書番号', '申請書IDコード', '交付申請書ID'],
};

/** Fields in two columns, family part first. */
const pairedNames: readonly (readonly [RosterField, readonly string[], readonly string[]])[] = [
  ['name', ['姓', '苗字', '名字', '姓漢字', '漢字姓', '氏'], ['名', '名漢字', '漢字名']],
  ['kana', ['セイ', '姓カナ', 'カナ姓', '姓フリガナ', '姓ヨミ'], ['メイ', '名カナ', 'カナ名', '名フリガナ', '名ヨミ']],
];

const noColumns: RosterColumns = { number: [], name: [], kana: [], birthDate: [], applicationId: [] };

/** Guesses which column is which from the headings. A field that none is found for stays empty. */
export function guessColumns(headings: readonly string[]): RosterColumns {
  const keys = headings.map(headingKey);
  const found = (names: readonly string[]): number => names.map((name) => keys.indexOf(name)).find((at) => at >= 0) ?? -1;
  const columns: Record<RosterField, readonly number[]> = { ...noColumns };
  for (const [field, family, given] of pairedNames) {
    const pair = [found(family), found(given)];
    if (!pair.includes(-1)) columns[field] = pair;
  }
  for (const field of rosterFields) {
    const at = found(wholeNames[field]);
    if (at >= 0 && columns[field].length === 0) columns[field] = [at];
  }
  return columns;
}

/** Without these nobody can be looked up or checked in. */
const neededFields: readonly RosterField[] = ['name', 'birthDate'];

/** The needed fields that no column was found for. */
export function missingFields(columns: RosterColumns): readonly RosterField[] {
  return neededFields.filter((field) => columns[field].length === 0);
}

/** Headings under which a 個人番号 would stand. Such a roster is not read at all. */
export function findPersonalNumberHeading(headings: readonly string[]): string | undefined {
  return headings.find((heading) => /マイナンバー(?!カード)|個人番号|MYNUMBER/.test(headingKey(heading)));
}

/** Titles may stand above the headings: so many rows are looked at. */
const searchedRows = 15;

/** The row that holds the headings: the first in which a name and a birth date are found. */
export function findHeadings(rows: readonly TableRow[]): TableRow | undefined {
  return rows.slice(0, searchedRows).find((row) => missingFields(guessColumns(row.cells)).length === 0);
}
