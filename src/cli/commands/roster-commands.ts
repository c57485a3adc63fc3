import type { Command } from 'commander';
import { type ImportOptions, runImport } from '../roster/run-import';
import { runRosterList } from '../roster/run-list';
import { runRosterRemove } from '../roster/run-remove';
import type { Terminal } from '../terminal/terminal';
import type { RunAction } from './run-action';

interface ImportFlags {
  readonly opening: string;
  readonly column: readonly string[];
  readonly sheet?: string;
  readonly keepHours?: string;
  readonly card?: string;
  readonly check?: boolean;
}

/** Commands for a group's roster: in by file, out sealed to stations, its key on a day card. */
export function addRosterCommands(program: Command, terminal: Terminal, run: RunAction): void {
  const roster = program
    .command('roster')
    .description("bring a group's roster to the stations, sealed")
    .addHelpText('after', examples);
  roster.option('--office <dir>', 'office folder (default: office in the data folder)');
  const officeOf = (): string | undefined => roster.opts<{ office?: string }>().office;

  roster
    .command('import')
    .description('read a roster (CSV in UTF-8 or Shift_JIS, or XLSX), seal it for one opening, make its day card')
    .argument('<file>', 'the roster, as the company or the health section gave it')
    .requiredOption('--opening <id>', 'the opening it is for ("roster list" shows them)')
    .option('--column <field=heading>', 'which column is which; name=姓+名 for two; remembered', collect, [])
    .option('--sheet <name>', 'sheet of a workbook (default: the first)')
    .option('--keep-hours <n>', "hours after the end of the opening's day until it is destroyed (default 6)")
    .option('--card <file>', 'where the day card goes (default: day-card-<opening>.pdf)')
    .option('--check', 'only read and report; seal nothing')
    .action((file: string, flags: ImportFlags) => run(() => runImport(terminal, importOptions(file, officeOf(), flags))));
  roster
    .command('list')
    .description('the coming openings, and which have a roster')
    .action(() => run(() => runRosterList(terminal, officeOf())));
  roster
    .command('remove')
    .description("take an opening's roster back")
    .requiredOption('--opening <id>', 'the opening it was for')
    .action(({ opening }: { opening: string }) => run(() => runRosterRemove(terminal, { opening, office: officeOf() })));
}

function importOptions(file: string, office: string | undefined, flags: ImportFlags): ImportOptions {
  const { opening, column: columns, sheet, keepHours, card, check: isCheckOnly = false } = flags;
  return { file, office, opening, columns, sheet, keepHours, card, isCheckOnly };
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const examples = `
Examples:
  madoguchi roster list
  madoguchi roster import 名簿.csv --opening company-1
  madoguchi roster import 名簿.xlsx --opening company-1 --column number=社員No --column name=姓+名

Rows that cannot be taken are listed by line with their reasons; the others are taken. Nothing of a roster is
printed and no copy of it is kept. The key is on the day card alone: lost, the roster is imported again.`;
