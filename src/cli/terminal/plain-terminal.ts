import { plainLine } from './plain-line';
import type { Terminal } from './terminal';

/** The same terminal, where every line printed and every question asked is one plain line. Drawings pass as they are. */
export function plainTerminal(terminal: Terminal): Terminal {
  return {
    ...terminal,
    print: (line) => {
      terminal.print(plainLine(line));
    },
    printError: (line) => {
      terminal.printError(plainLine(line));
    },
    ask: (question, options) => terminal.ask(plainLine(question), options),
  };
}
