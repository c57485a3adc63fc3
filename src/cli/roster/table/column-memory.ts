import { headingKey, type RosterColumns, rosterFields } from '../../../domain/roster/columns';
import { z } from '../../../protocol/zod';
import { findJsonFile, writeJsonFile } from '../../files/json-file';
import type { OfficeFolder } from '../../office/office-folder';

const columnsSchema = z.strictObject({
  number: z.array(z.int().min(0)),
  name: z.array(z.int().min(0)),
  kana: z.array(z.int().min(0)),
  birthDate: z.array(z.int().min(0)),
  applicationId: z.array(z.int().min(0)),
});

/** roster-columns.json: which columns were which, by the headings of the file. Headings only, nothing of anybody. */
const memorySchema = z.strictObject({
  remembered: z.array(z.strictObject({ headings: z.array(z.string()), columns: columnsSchema })),
});

const mostRemembered = 100;
const keyOf = (headings: readonly string[]): string => JSON.stringify(headings.map(headingKey));

/** The columns that somebody named for a file with these very headings, and the last word counts. */
export async function findRememberedColumns(
  office: OfficeFolder,
  headings: readonly string[],
): Promise<RosterColumns | undefined> {
  const memory = await findJsonFile(office.rosterColumns, memorySchema);
  return memory?.remembered.find((entry) => keyOf(entry.headings) === keyOf(headings))?.columns;
}

export async function rememberColumns(office: OfficeFolder, headings: readonly string[], columns: RosterColumns): Promise<void> {
  const before = (await findJsonFile(office.rosterColumns, memorySchema))?.remembered ?? [];
  const others = before.filter((entry) => keyOf(entry.headings) !== keyOf(headings));
  const plain = Object.fromEntries(rosterFields.map((field) => [field, [...columns[field]]]));
  const remembered = [{ headings, columns: plain }, ...others].slice(0, mostRemembered);
  await writeJsonFile(office.rosterColumns, { remembered });
}
