import { resolve } from 'node:path';
import { dayInJapan } from '../../domain/calendar/day';
import { readRoster, type RosterReading } from '../../domain/roster/read-roster';
import { type NewRoster, sealRoster } from '../../sealing/office/seal-roster';
import { administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getFile, replaceFile } from '../files/durable-file';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration, nextConfiguration, publishConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { makeDayCardPdf } from './day-card/day-card-pdf';
import { destroyTimeOf, longestKeepHours, usualKeepHours } from './destroy-time';
import { refusedLine } from './fault-words';
import { type ConfiguredOpening, getOpening, withRoster } from './find-opening';
import { type ChosenColumns, chooseColumns, readNamedColumns } from './table/choose-columns';
import { rememberColumns } from './table/column-memory';
import { readTable } from './table/read-table';

export interface ImportOptions {
  readonly file: string;
  readonly opening: string;
  readonly office: string | undefined;
  readonly columns: readonly string[];
  readonly sheet: string | undefined;
  readonly keepHours: string | undefined;
  readonly card: string | undefined;
  readonly isCheckOnly: boolean;
}

/**
 * Reads a roster, seals its good rows, puts it at the server, names it in the configuration, and writes the day card.
 * Exit code 1 where rows were refused. The key of an earlier roster of the opening opens nothing any more.
 */
export async function runImport(terminal: Terminal, options: ImportOptions): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, options.office);
  const administrator = administratorClient(await getAdministrator(office));
  const configuration = await getLatestConfiguration(office, administrator);
  const opening = getOpening(configuration, options.opening);
  const destroyAt = readDestroyTime(opening, options.keepHours);
  const table = readTable(await getFile(resolve(terminal.folder, options.file)), options.sheet);
  const chosen = await chooseColumns(table.rows, readNamedColumns(options.columns), office);
  const below = table.rows.slice(table.rows.indexOf(chosen.headings) + 1);
  const reading = readRoster(below, chosen.columns, opening.day);
  report(terminal, { form: table.form, chosen, reading });
  const exitCode: ExitCode = reading.refused.length > 0 ? 1 : 0;
  if (options.isCheckOnly) return exitCode;
  if (reading.people.length === 0) throw new CommandFailure('roster-unreadable', 'No row can be taken. Nothing was sealed.');
  await rememberColumns(office, chosen.headings.cells, chosen.columns);
  const people = [...reading.people];
  const roster = await sealRoster({ schema: 'madoguchi-roster', schemaVersion: 1, openingId: opening.id, people });
  await administrator.putRoster(roster.reference.digest, roster.armored, destroyAt);
  const openings = withRoster(configuration, opening.id, { ...roster.reference, destroyAt });
  await publishConfiguration(office, administrator, nextConfiguration(configuration, { openings }));
  await writeDayCard(terminal, { roster, opening, card: options.card, municipality: configuration.municipality.name });
  if (opening.roster) await administrator.removeRoster(opening.roster.digest);
  terminal.print(`Sealed for ${opening.id}; stations fetch it with their configuration. Destroyed on ${destroyAt}.`);
  return exitCode;
}

function readDestroyTime(opening: ConfiguredOpening, keepHours: string | undefined): string {
  const hours = Number(keepHours ?? usualKeepHours);
  if (!Number.isInteger(hours) || hours < 0 || hours > longestKeepHours) {
    throw new CommandFailure('setting-invalid', `--keep-hours takes whole hours from 0 to ${longestKeepHours}.`);
  }
  if (opening.day < dayInJapan(Date.now() - hours * 60 * 60 * 1000)) {
    throw new CommandFailure('setting-invalid', `The opening ${opening.id} is over.`);
  }
  return destroyTimeOf(opening.day, hours);
}

interface Report {
  readonly form: string;
  readonly chosen: ChosenColumns;
  readonly reading: RosterReading;
}

function report({ print }: Terminal, { form, chosen: { headings, columns, origin }, reading }: Report): void {
  print(`Read as ${form}; headings in line ${headings.line}; columns ${origin}:`);
  for (const [field, places] of Object.entries(columns)) {
    const names = places.map((place) => headings.cells[place] ?? '').join(' + ');
    print(`  ${field.padEnd(14)}${names || '(none)'}`);
  }
  const { people, refused } = reading;
  print(`${people.length} people taken, ${refused.length} rows refused${refused.length > 0 ? ':' : '.'}`);
  for (const row of refused) print(refusedLine(row));
}

interface CardFor {
  readonly roster: NewRoster;
  readonly opening: ConfiguredOpening;
  readonly municipality: string;
  readonly card: string | undefined;
}

async function writeDayCard(terminal: Terminal, { roster, opening, municipality, card }: CardFor): Promise<void> {
  const path = resolve(terminal.folder, card ?? `day-card-${opening.id}.pdf`);
  const { venue, title, day } = opening;
  const { people } = roster.reference;
  await replaceFile(path, await makeDayCardPdf({ code: roster.dayCard, municipality, venue, title, day, people }));
  terminal.print(`Day card: ${path}`);
  terminal.print('Print it, delete the file, and keep the card apart from the tablets: whoever has both can read the roster.');
}
