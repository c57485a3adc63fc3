import type { Command } from 'commander';
import { voidReasons } from '../../domain/submission/voiding';
import { runImport } from '../import/run-import';
import type { Terminal } from '../terminal/terminal';
import { runVoid } from '../void/run-void';
import { officeOption } from './office-commands';
import type { RunAction } from './run-action';

/** Commands for what a tablet could not send, and for what was sent in error. */
export function addTransferCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('import')
    .description('take in the transfer files that a tablet without a network saved; the server must run')
    .argument('<files...>', 'transfer files, or folders into which one was unpacked')
    .option('--receipts <file>', 'where to write the receipts that the tablet reads (default: receipts-<time>.txt)')
    .option(...officeOption)
    .action((files: string[], { receipts, office }: { receipts?: string; office?: string }) =>
      run(() => runImport(terminal, { files, receipts, office })),
    );

  program
    .command('void')
    .description('void an application made in error, in the name of the office')
    .argument('<number>', 'reception number, for example み02-0028-L')
    .requiredOption('--reason <reason>', voidReasons.join(', '))
    .option(...officeOption)
    .action((number: string, { reason, office }: { reason: string; office?: string }) =>
      run(() => runVoid(terminal, { number, reason, office })),
    );
}
