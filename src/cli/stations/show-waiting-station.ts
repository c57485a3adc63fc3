import { commandLine } from '../terminal/command-line';
import type { Terminal } from '../terminal/terminal';
import type { WaitingStation } from './waiting-stations';

/**
 * Tells that a tablet waits and how it is confirmed. Its digits are never shown: who confirms it must have read
 * them on the tablet, and cannot just say yes.
 */
export function showWaitingStation(terminal: Terminal, { station, fingerprint }: WaitingStation): void {
  const { stationCode } = station;
  terminal.print('');
  if (fingerprint === undefined) {
    terminal.print(`A tablet waits as ${stationCode}, but with a code that this office did not make. Do not confirm it.`);
    return;
  }
  terminal.print(`A tablet waits as ${stationCode}. Confirm it with the six digits on its screen:`);
  terminal.print(commandLine(terminal, `stations confirm ${stationCode}`));
}
