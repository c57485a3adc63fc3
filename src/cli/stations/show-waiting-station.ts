import { commandLine } from '../terminal/command-line';
import type { Terminal } from '../terminal/terminal';
import type { WaitingStation } from './waiting-stations';

/** Six digits as they are read out: 123 456. */
export function shownFingerprint(fingerprint: string): string {
  return `${fingerprint.slice(0, 3)} ${fingerprint.slice(3)}`;
}

/** Tells that a tablet waits, what must stand on its screen, and how it is confirmed. */
export function showWaitingStation(terminal: Terminal, { station, fingerprint }: WaitingStation): void {
  const { stationCode } = station;
  terminal.print('');
  if (fingerprint === undefined) {
    terminal.print(`A tablet waits as ${stationCode}, but with a code that this office did not make. Do not confirm it.`);
    return;
  }
  terminal.print(`A tablet waits as ${stationCode}. Its screen must show  ${shownFingerprint(fingerprint)}`);
  terminal.print(`If it does: ${commandLine(terminal, `stations confirm ${stationCode}`)}`);
}
