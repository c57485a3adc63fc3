import type { Command } from 'commander';
import { runDone } from '../life/run-done';
import { runHeld, runRelease } from '../life/run-held';
import { runRepublish } from '../office/republish';
import type { Terminal } from '../terminal/terminal';
import type { RunAction } from './run-action';

const officeOption = ['--office <dir>', 'office folder (default: office in the data folder)'] as const;

interface DoneFlags {
  readonly in?: string;
  readonly office?: string;
}

/** Commands of the office about envelopes that the server keeps, and about a server that was restored. */
export function addLifeCommands(program: Command, terminal: Terminal, run: RunAction): void {
  const done = program
    .command('done')
    .description('tell the server that the office has finished: its sealed bytes are purged some days later, never before')
    .argument('[number...]', 'reception numbers or envelope ids')
    .option('--in <dir>', 'everything that lies in a folder that "open" wrote')
    .option(...officeOption);
  done.action((typed: readonly string[], { in: inFolder, office }: DoneFlags) => {
    if (typed.length === 0 && inFolder === undefined) done.error('error: done needs reception numbers or --in DIR');
    return run(() => runDone(terminal, { typed, in: inFolder, office }));
  });

  const held = program
    .command('held')
    .description('list what is held because its station was revoked; release one of them')
    .option(...officeOption)
    .action(({ office }: { office?: string }) => run(() => runHeld(terminal, office)));
  held
    .command('release')
    .description('let a held envelope through, in your name; it stands in the audit')
    .argument('<number>', 'reception number or envelope id')
    .requiredOption('--clerk <name>', 'who decides')
    .action((typed: string, { clerk }: { clerk: string }) =>
      run(() => runRelease(terminal, { typed, clerk, office: held.opts<{ office?: string }>().office })),
    );

  program
    .command('republish')
    .description('sign and publish the latest configuration once more: after a restore, or with the next receipt key')
    .option('--server-public <file>', 'the file that "rotate-receipt-key" wrote: its key is listed beside the others')
    .option(...officeOption)
    .action(({ office, serverPublic }: { office?: string; serverPublic?: string }) =>
      run(() => runRepublish(terminal, { office, serverPublic })),
    );
}
