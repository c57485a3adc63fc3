import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal';
import { runBackup } from '../upkeep/run-backup';
import { runPurge } from '../upkeep/run-purge';
import { runRotateReceiptKey } from '../upkeep/run-rotate-receipt-key';
import { runRestore } from '../upkeep/run-restore';
import { runVerify } from '../upkeep/run-verify';
import type { RunAction } from './run-action';

const serverOption = ['--server <dir>', 'server folder (default: server in the data folder)'] as const;

interface Flags {
  readonly server?: string;
}

/** Commands of whoever looks after the server: on its own machine, without the office's keys. */
export function addUpkeepCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('backup')
    .description('copy the database into one file, while the server goes on receiving')
    .argument('<file>', 'file to make; one that is there is not replaced')
    .option(...serverOption)
    .action((file: string, { server }: Flags) => run(() => runBackup(terminal, { file, server })));

  program
    .command('restore')
    .description('put a backup in the place of the database, in a new epoch; stop the server first')
    .argument('<file>', 'file that "backup" made')
    .option(...serverOption)
    .option('--damaged', 'also a backup in which "verify" finds faults')
    .action((file: string, { server, damaged = false }: Flags & { readonly damaged?: boolean }) =>
      run(() => runRestore(terminal, { file, server, acceptsDamage: damaged })),
    );

  program
    .command('verify')
    .description('look through a backup or the database: file, audit, manifests, receipts, bytes, gaps')
    .argument('[file]', "backup to look through (default: the server's database)")
    .option(...serverOption)
    .action((file: string | undefined, { server }: Flags) => run(() => runVerify(terminal, { file, server })));

  program
    .command('rotate-receipt-key')
    .description('make the key that signs receipts next; used, without a restart, once the office has published it')
    .option(...serverOption)
    .action(({ server }: Flags) => run(() => runRotateReceiptKey(terminal, server)));

  program
    .command('purge')
    .description('take away sealed bytes that the office was done with long enough ago; a running server does so every hour')
    .option(...serverOption)
    .option('--keep-days <days>', 'days to keep them after "done" (default: as the server; never fewer)')
    .action(({ server, keepDays }: Flags & { readonly keepDays?: string }) =>
      run(() => runPurge(terminal, { server, keepDays })),
    );
}
