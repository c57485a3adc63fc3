import {
  findHeadings,
  findPersonalNumberHeading,
  guessColumns,
  headingKey,
  missingFields,
  type RosterColumns,
  type RosterField,
  rosterFields,
} from '../../../domain/roster/columns';
import type { TableRow } from '../../../domain/roster/csv-records';
import { CommandFailure } from '../../failure';
import type { OfficeFolder } from '../../office/office-folder';
import { findRememberedColumns } from './column-memory';

export interface ChosenColumns {
  readonly headings: TableRow;
  readonly columns: RosterColumns;
  readonly origin: 'guessed' | 'remembered' | 'named';
}

/** `name=氏名`, or `name=姓+名` for two columns. */
export type NamedColumns = ReadonlyMap<RosterField, readonly string[]>;

/** Reads `--column` options. Throws `setting-invalid`. */
export function readNamedColumns(options: readonly string[]): NamedColumns {
  return new Map(
    options.map((option) => {
      const [name = '', headings = ''] = option.split(/=(.*)/s);
      const field = rosterFields.find((candidate) => candidate === name);
      if (field && headings !== '') return [field, headings.split('+')];
      throw new CommandFailure('setting-invalid', `"${option}" is no column: FIELD=HEADING with ${rosterFields.join(', ')}.`);
    }),
  );
}

/** Finds the headings and says which column is which: named now, remembered from before, or guessed. */
export async function chooseColumns(
  rows: readonly TableRow[],
  named: NamedColumns,
  office: OfficeFolder,
): Promise<ChosenColumns> {
  const headings = findHeadings(rows) ?? findNamedHeadings(rows, named) ?? (await findRememberedHeadings(rows, office));
  const personal = findPersonalNumberHeading(rows.slice(0, 15).flatMap(({ cells }) => cells));
  if (personal !== undefined) {
    throw new CommandFailure(
      'roster-unreadable',
      'The roster has a column for 個人番号. Take it out: such numbers must not be read.',
    );
  }
  if (!headings) throw missing(rows[0]?.cells ?? [], ['name', 'birthDate']);
  const remembered = await findRememberedColumns(office, headings.cells);
  const base = remembered ?? guessColumns(headings.cells);
  const columns: RosterColumns = { ...base, ...columnsNamed(headings.cells, named) };
  const lacking = missingFields(columns);
  if (lacking.length > 0) throw missing(headings.cells, lacking);
  return { headings, columns, origin: named.size > 0 ? 'named' : remembered ? 'remembered' : 'guessed' };
}

function findNamedHeadings(rows: readonly TableRow[], named: NamedColumns): TableRow | undefined {
  const wanted = [...named.values()].flat().map(headingKey);
  const holdsAll = ({ cells }: TableRow): boolean => wanted.every((heading) => cells.map(headingKey).includes(heading));
  return wanted.length === 0 ? undefined : rows.slice(0, 15).find(holdsAll);
}

async function findRememberedHeadings(rows: readonly TableRow[], office: OfficeFolder): Promise<TableRow | undefined> {
  for (const row of rows.slice(0, 15)) {
    if (await findRememberedColumns(office, row.cells)) return row;
  }
  return undefined;
}

function columnsNamed(headings: readonly string[], named: NamedColumns): Partial<RosterColumns> {
  const keys = headings.map(headingKey);
  const placesOf = (names: readonly string[]): number[] =>
    names.map((name) => {
      const at = keys.indexOf(headingKey(name));
      if (at >= 0) return at;
      throw new CommandFailure('setting-invalid', `There is no column "${name}". ${columnsThere(headings)}`);
    });
  return Object.fromEntries([...named].map(([field, names]) => [field, placesOf(names)]));
}

function missing(headings: readonly string[], fields: readonly RosterField[]): CommandFailure {
  const hint = fields.map((field) => `--column ${field}=HEADING`).join(' ');
  return new CommandFailure(
    'roster-unreadable',
    `No column was found for ${fields.join(' and ')}: name it with ${hint}. ${columnsThere(headings)}`,
  );
}

/** Headings only where one is known: what stands in a first row of people is nobody's to print. */
function columnsThere(headings: readonly string[]): string {
  const areHeadings = Object.values(guessColumns(headings)).some((places) => places.length > 0);
  const shown = headings.filter((cell) => cell.trim() !== '').join(', ');
  return areHeadings ? `Columns there: ${shown}.` : 'The first rows hold no headings that are known.';
}
