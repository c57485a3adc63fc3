import { askInTerminal } from './ask-in-terminal';
import type { Terminal } from './terminal';

function toStandardOutput(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The terminal of this process. npm changes the folder it runs in and keeps the person's own in INIT_CWD. */
export function processTerminal(webFolder: string): Terminal {
  return {
    env: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    webFolder,
    print: toStandardOutput,
    draw: toStandardOutput,
    printError: (line) => {
      process.stderr.write(`${line}\n`);
    },
    ask: (question, options) => askInTerminal(question, options?.isHidden ?? false),
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
          process.once(signal, () => {
            resolve();
          });
      }),
  };
}
