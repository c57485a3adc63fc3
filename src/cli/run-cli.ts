import { Command, CommanderError } from 'commander';
import { StartError } from '../server/main';
import { UpkeepFailure } from '../server/upkeep/upkeep-failure';
import { addLifeCommands } from './commands/life-commands';
import { addEnvelopeCommands, addPrintCommands, addStationCommands } from './commands/office-commands';
import { addRosterCommands } from './commands/roster-commands';
import { addServingCommands } from './commands/serving-commands';
import { addTransferCommands } from './commands/transfer-commands';
import { addUpkeepCommands } from './commands/upkeep-commands';
import type { RunAction } from './commands/run-action';
import { CommandFailure, findSystemCode } from './failure';
import { plainTerminal } from './terminal/plain-terminal';
import type { ExitCode, Terminal } from './terminal/terminal';

const usageError: ExitCode = 2;

function makeProgram(terminal: Terminal, run: RunAction): Command {
  const program = new Command('madoguchi')
    .description('The counter a municipality carries to its residents: server and office from the command line.')
    .usage('COMMAND [options]     run it as: npm run -s madoguchi -- COMMAND')
    .version(__APP_VERSION__)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        for (const line of text.trimEnd().split('\n')) terminal.print(line);
      },
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) terminal.printError(line);
      },
      // It quotes the words typed, which may be names of files: its own line break comes before a suggestion only.
      outputError: (text) => {
        terminal.printError(text.trimEnd().replace(/\n(?=\(Did you mean [^\n]*\)$)/, ' '));
      },
    })
    .addHelpText('after', '\nExit codes: 0 done, 1 something failed, was reported or skipped, 2 not understood.');
  addServingCommands(program, terminal, run);
  addStationCommands(program, terminal, run);
  addEnvelopeCommands(program, terminal, run);
  addPrintCommands(program, terminal, run);
  addTransferCommands(program, terminal, run);
  addLifeCommands(program, terminal, run);
  addUpkeepCommands(program, terminal, run);
  addRosterCommands(program, terminal, run);
  return program;
}

/** One line in plain words with a stable code in front. The stack only for whoever asked for it. */
function explain(error: unknown, { env, printError }: Terminal): void {
  if (env['MADOGUCHI_DEBUG'] && error instanceof Error) {
    for (const line of (error.stack ?? error.message).split('\n')) printError(`  | ${line}`);
  }
  if (error instanceof CommandFailure || error instanceof StartError || error instanceof UpkeepFailure) {
    printError(`madoguchi: [${error.code}] ${error.message}`);
    return;
  }
  const code = findSystemCode(error);
  const reason = code === undefined ? 'Something failed that should not' : `The system refused (${code})`;
  printError(`madoguchi: [internal] ${reason}. Set MADOGUCHI_DEBUG=1 to see where.`);
}

/** Runs one command to its end. Never throws; never prints a stack trace unless MADOGUCHI_DEBUG is set. */
export async function runCli(words: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = plainTerminal(given);
  let exitCode: ExitCode = 0;
  const program = makeProgram(terminal, async (work) => {
    exitCode = await work();
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageError;
    explain(error, terminal);
    return 1;
  }
}
