import { qrLines } from '../terminal/qr-lines';
import type { Terminal } from '../terminal/terminal';
import type { ShownEnrolmentCode } from './make-enrolment-code';

/** Prints a code for typing and for scanning, within 80 columns. */
export function showEnrolmentCode({ print, draw }: Terminal, { stationCode, typed, qr, expiresAtMs }: ShownEnrolmentCode): void {
  const until = new Date(expiresAtMs).toTimeString().slice(0, 8);
  print(`Enrolment code of station ${stationCode}, for one tablet, until ${until}:`);
  print('');
  print(`    ${typed}`);
  print('');
  for (const line of qrLines(qr)) draw(`    ${line}`);
}
