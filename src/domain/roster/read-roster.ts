import type { Day } from '../calendar/day';
import { readWrittenDate, type WrittenDateReading } from '../calendar/written-date';
import { type ApplicationId, parseApplicationId } from '../form/application-id';
import { holdsPersonalNumber } from '../form/form-qr';
import type { RosterColumns, RosterField } from './columns';
import type { TableRow } from './csv-records';
import { readKana } from './kana';
import { type RosterPerson, rosterLimits } from './roster';

type DateProblem = Extract<WrittenDateReading, { kind: 'invalid' }>['problem'];

/** Why a row of a roster is not taken. */
export type RowFault =
  | 'nameMissing'
  | 'nameTooLong'
  | 'kanaUnreadable'
  | 'numberTooLong'
  | 'birthDateMissing'
  | `birthDate:${DateProblem}`
  | 'applicationIdUnreadable'
  /** A cell that is used holds 12 digits, the length of a 個人番号. Nothing of the row is kept. */
  | 'personalNumber'
  /** The same application ID, or the same name and birth date under the same number, stood in an earlier row. */
  | 'twice'
  | 'tooMany';

export interface RefusedRow {
  readonly line: number;
  readonly faults: readonly RowFault[];
}

export interface RosterReading {
  readonly people: readonly RosterPerson[];
  readonly refused: readonly RefusedRow[];
}

/** Reads the rows below the headings: good ones become people, bad ones are named by line with every reason. */
export function readRoster(rows: readonly TableRow[], columns: RosterColumns, today: Day): RosterReading {
  const people: RosterPerson[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const reading = readRow(row, columns, today);
    const faults = 'faults' in reading ? reading.faults : repeated(reading, seen, people.length);
    if (faults.length > 0) refused.push({ line: row.line, faults });
    else if (!('faults' in reading)) people.push(reading);
  }
  return { people, refused };
}

function repeated(person: RosterPerson, seen: Set<string>, count: number): readonly RowFault[] {
  if (count >= rosterLimits.people) return ['tooMany'];
  const { number, name, birthDate, applicationId } = person;
  const marks = [JSON.stringify([number, name, birthDate]), ...(applicationId ? [applicationId] : [])];
  if (marks.some((mark) => seen.has(mark))) return ['twice'];
  for (const mark of marks) seen.add(mark);
  return [];
}

function readRow(row: TableRow, columns: RosterColumns, today: Day): RosterPerson | { readonly faults: readonly RowFault[] } {
  const textOf = (field: RosterField): string => joined(row, columns[field]);
  const [number, name, kanaText, idText] = [textOf('number'), textOf('name'), textOf('kana'), textOf('applicationId')];
  if ([number, name, kanaText, idText].some(holdsPersonalNumber)) return { faults: ['personalNumber'] };
  const kana = readKana(kanaText);
  const date = readWrittenDate(textOf('birthDate'), today);
  const applicationId = readId(idText);
  const faults: RowFault[] = [
    ...nameFaults(name),
    ...(number.length > rosterLimits.numberLength ? ['numberTooLong' as const] : []),
  ];
  if (kana === undefined || kana.length > rosterLimits.kanaLength) faults.push('kanaUnreadable');
  if (textOf('birthDate') === '') faults.push('birthDateMissing');
  else if (date.kind === 'invalid') faults.push(`birthDate:${date.problem}`);
  if (applicationId === undefined) faults.push('applicationIdUnreadable');
  const isWhole = faults.length === 0 && kana !== undefined && date.kind === 'day' && applicationId !== undefined;
  return isWhole ? { number, name, kana, birthDate: date.day, applicationId } : { faults };
}

function nameFaults(name: string): readonly RowFault[] {
  if (name === '') return ['nameMissing'];
  return [...name].length > rosterLimits.nameLength ? ['nameTooLong'] : [];
}

/** None where the cell is empty; undefined where what stands there is no application ID. */
function readId(text: string): ApplicationId | null | undefined {
  return text === '' ? null : parseApplicationId(text);
}

/** A cell's text without the space around it; never changed otherwise, for names must survive byte for byte. */
function joined({ cells }: TableRow, columns: readonly number[]): string {
  return columns
    .map((column) => (cells[column] ?? '').trim())
    .filter((part) => part !== '')
    .join('\u3000');
}
