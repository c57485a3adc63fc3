import type { FaultKind, Inspection } from '../../server/upkeep/inspection';
import type { Terminal } from '../terminal/terminal';

const words: Readonly<Record<FaultKind, string>> = {
  databaseDamaged: 'the file is damaged',
  auditBroken: 'an event was changed, left out or moved',
  eventMissing: 'the audit does not tell of it',
  stepUntold: 'what is noted of it (secured, released, done, purged) is not what the audit tells',
  envelopeMissing: 'the audit tells of it, and it is not here',
  voidMissing: 'the audit tells of it, and it is not here',
  manifestAltered: 'its manifest is not the one its station signed',
  receiptAltered: 'its receipt is not the one the server signed',
  bytesMissing: 'its sealed bytes are missing',
  bytesAltered: 'its sealed bytes are not those of the manifest',
  bytesLeft: 'its sealed bytes are here though they were purged',
  voidAltered: 'it is not the void that was signed',
  purgedBeforeDone: 'its sealed bytes were taken away though the office was not done',
};

/** Prints what was found: totals, then faults, then gaps. */
export function showInspection(terminal: Terminal, { municipalities, epoch, faults, gaps }: Inspection): void {
  for (const { code, envelopes, purged, held, auditEvents, auditHead } of municipalities) {
    terminal.print(
      `${code}  ${envelopes} envelopes (${purged} purged, ${held} held), ${auditEvents} audit events, head ${auditHead}`,
    );
  }
  terminal.print(`epoch ${epoch.number} (${epoch.id})`);
  for (const { kind, where } of faults) terminal.printError(`fault    ${where}  [${kind}] ${words[kind]}`);
  for (const { stationId, stationCode, from, to } of gaps) {
    const numbers = from === to ? String(from) : `${from} to ${to}`;
    terminal.print(`gap      ${stationCode ?? stationId}  ${numbers}: still on the tablet, or from before it was enrolled anew`);
  }
  terminal.print(`${faults.length} faults, ${gaps.length} gaps`);
}
