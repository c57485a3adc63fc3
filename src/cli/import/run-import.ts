import { basename, resolve } from 'node:path';
import type { PublicKey } from '../../protocol/fields';
import { indexEntryName, transferEntryName, type TransferEntryName } from '../../protocol/transfer/transfer-entries';
import type { TransferPiece } from '../../sealing/transfer/read-transfer';
import { administratorClient } from '../client/administrator-client';
import { deliverEnvelope, deliverVoid } from '../client/deliver-in-place';
import { CommandFailure } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { importVoid, importEnvelope, type ImportOutcome, type ImportPorts, type ImportProblem } from './import-piece';
import { PartCheck } from './part-check';
import { getReceiptsTarget, type ReceiptsTarget } from './receipts-target';
import { readNamed } from './transfer-source';

const words: Readonly<Record<ImportProblem, string>> = {
  torn: 'the file ends before it does',
  altered: 'damaged, or no part of a transfer',
  unsupported: 'packed in a way that is not read here: unpack it and import the folder',
  manifestMissing: 'its .jws is missing',
  bytesMissing: 'its .age is missing',
  otherFile: 'nothing that a tablet packs',
  nothing: 'there is nothing in it',
  digestMismatch: 'the bytes are not those of the manifest',
  foreign: 'no municipality of this server has its station',
  stationPending: 'its station is not confirmed: confirm it, then import again',
  manifestRefused: 'its manifest is not one that its station signed for this server',
  voidRefused: 'it voids no envelope that its signer may void',
  conflict: 'its id, bytes or sequence number are those of another envelope',
  receiptNotSigned: 'no server key of this office signed its receipt',
};

export interface ImportOptions {
  readonly files: readonly string[];
  readonly office: string | undefined;
  /** Where the receipts go. */
  readonly receipts: string | undefined;
}

type Counts = Record<ImportOutcome['kind'] | 'missing', number>;

interface Run {
  readonly terminal: Terminal;
  readonly ports: ImportPorts;
  readonly check: PartCheck;
  readonly counts: Counts;
  readonly receipts: Set<string>;
}

/** Takes the envelopes of transfer files in, at the server that runs, and writes the receipts for their tablets. */
export async function runImport(terminal: Terminal, options: ImportOptions): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, options.office);
  const administrator = await getAdministrator(office);
  const { stations, serverKeys } = await getLatestConfiguration(office, administratorClient(administrator));
  const target = await getReceiptsTarget(terminal.folder, options);
  const findKey = (stationId: string): PublicKey | undefined => stations.find(({ id }) => id === stationId)?.signingKey;
  const counts: Counts = { stored: 0, repeated: 0, held: 0, skipped: 0, missing: 0 };
  const ports: ImportPorts = {
    serverKeys,
    deliver: (envelope) => deliverEnvelope(administrator, envelope),
    deliverVoid: (envelopeId, voidJws) => deliverVoid(administrator, envelopeId, voidJws),
  };
  const run: Run = { terminal, ports, check: new PartCheck(findKey), counts, receipts: new Set() };
  let isRead = true;
  try {
    for (const file of options.files) isRead = (await importFile(resolve(terminal.folder, file), run)) && isRead;
  } finally {
    // Also where the server stopped answering: what it took in is worth its receipts.
    await writeReceipts(run, target);
  }
  const missingParts = run.check.missingParts();
  for (const part of missingParts) terminal.printError(`missing  ${part} is not among these files`);
  const taken = `${counts.stored} stored, ${counts.repeated} here already, ${counts.held} held`;
  terminal.print(`${taken}, ${counts.skipped} skipped, ${counts.missing} missing`);
  return counts.skipped + counts.missing + missingParts.length > 0 || !isRead ? 1 : 0;
}

/** One file to its end. What cannot be read at all is told, and the next file goes on. */
async function importFile(path: string, run: Run): Promise<boolean> {
  try {
    let pieces = 0;
    for await (const piece of readNamed(path)) {
      pieces += 1;
      await importPiece(piece, basename(path), run);
    }
    if (pieces === 0) tell(basename(path), { kind: 'skipped', problem: 'nothing' }, run);
  } catch (error) {
    if (!(error instanceof CommandFailure) || !error.code.startsWith('file-')) throw error;
    run.terminal.printError(`skipped  ${basename(path)}  [${error.code}] ${error.message}`);
    return false;
  }
  for (const envelopeId of run.check.endFile()) {
    run.counts.missing += 1;
    run.terminal.printError(`missing  ${envelopeId}  should be in ${basename(path)}`);
  }
  return true;
}

async function importPiece(piece: TransferPiece, file: string, run: Run): Promise<void> {
  switch (piece.kind) {
    case 'index':
      if (!(await run.check.takeIndex(piece.jws))) {
        run.terminal.printError(`note     ${file}  no station of this office signed its index`);
      }
      return;
    case 'envelope':
      run.check.note('envelope', piece.envelopeId);
      tell(piece.envelopeId, await importEnvelope(piece, run.ports), run);
      return;
    case 'void':
      run.check.note('void', piece.envelopeId);
      tell(shownName({ kind: 'void', envelopeId: piece.envelopeId }), await importVoid(piece, run.ports), run);
      return;
    case 'damaged': {
      const { entry, place, damage } = piece;
      if (entry && entry.kind !== 'index') run.check.note(entry.kind === 'void' ? 'void' : 'envelope', entry.envelopeId);
      tell(entry ? shownName(entry) : `${file}, entry ${place}`, { kind: 'skipped', problem: damage }, run);
    }
  }
}

function shownName({ kind, envelopeId }: TransferEntryName): string {
  if (kind === 'index') return indexEntryName;
  return kind === 'void' ? transferEntryName(envelopeId, kind) : envelopeId;
}

function tell(name: string, outcome: ImportOutcome, { terminal, counts, receipts }: Run): void {
  counts[outcome.kind] += 1;
  if (outcome.kind === 'skipped') {
    terminal.printError(`skipped  ${name}  [${outcome.problem}] ${words[outcome.problem]}`);
    return;
  }
  receipts.add(outcome.receiptJws);
  terminal.print(`${outcome.kind.padEnd(8)} ${name}  ${outcome.receptionNumber}`);
}

async function writeReceipts({ terminal, receipts }: Run, target: ReceiptsTarget): Promise<void> {
  if (receipts.size === 0) return;
  await target.write([...receipts]);
  terminal.print(`receipts for the tablets: ${target.name}`);
}
