import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { Configuration } from '../../protocol/configuration';
import { type ProblemCode, problemTable } from '../../protocol/problem';
import { voidSchema } from '../../protocol/void/void';
import { readUnverified } from '../../sealing/jws';
import { digestOfVoid } from '../../sealing/void/void';
import { sha256 } from '../../sealing/digest';
import { readUnverifiedManifest } from '../../sealing/manifest';
import { verifyReceipt } from '../../sealing/receipt';
import type { TransferDamage, TransferPiece } from '../../sealing/transfer/read-transfer';
import type { DeliveryAnswer, EnvelopeInPlace } from '../client/deliver-in-place';
import { CommandFailure } from '../failure';

export type ImportProblem =
  | TransferDamage
  | 'nothing'
  | 'digestMismatch'
  | 'foreign'
  | 'stationPending'
  | 'manifestRefused'
  | 'voidRefused'
  | 'conflict'
  | 'receiptNotSigned';

/** What became of one piece of a transfer. */
export type ImportOutcome =
  | {
      readonly kind: 'stored' | 'repeated' | 'held';
      readonly receptionNumber: ReceptionNumber;
      readonly receiptJws: string;
    }
  | { readonly kind: 'skipped'; readonly problem: ImportProblem };

export interface ImportPorts {
  readonly deliverVoid: (envelopeId: string, voidJws: string) => Promise<DeliveryAnswer>;
  readonly deliver: (envelope: EnvelopeInPlace) => Promise<DeliveryAnswer>;
  readonly serverKeys: Configuration['serverKeys'];
}

const skipped = (problem: ImportProblem): ImportOutcome => ({ kind: 'skipped', problem });

/** Brings one envelope in. Throws only where the server does not take anything now. */
export async function importEnvelope(
  { envelopeId, manifestJws, bytes }: Extract<TransferPiece, { kind: 'envelope' }>,
  { deliver, serverKeys }: ImportPorts,
): Promise<ImportOutcome> {
  const manifest = readUnverifiedManifest(manifestJws);
  if (manifest?.envelopeId !== envelopeId) return skipped('manifestRefused');
  const isWhole = bytes.byteLength === manifest.size && (await sha256(bytes)) === manifest.digest;
  if (!isWhole) return skipped('digestMismatch');
  const answer = await deliver({ envelopeId, digest: manifest.digest, manifestJws, bytes });
  if (answer.kind === 'problem') return skipped(problemOf(answer.code));
  const receipt = await verifyReceipt(answer.receiptJws, manifest, serverKeys);
  if (!receipt) return skipped('receiptNotSigned');
  const kind = receipt.state === 'held' ? 'held' : answer.isNew ? 'stored' : 'repeated';
  return { kind, receptionNumber: manifest.receptionNumber, receiptJws: answer.receiptJws };
}

/** Brings one void in. */
export async function importVoid(
  { envelopeId, voidJws }: Extract<TransferPiece, { kind: 'void' }>,
  { deliverVoid, serverKeys }: ImportPorts,
): Promise<ImportOutcome> {
  const claimed = readUnverified(voidJws, voidSchema);
  if (claimed?.envelopeId !== envelopeId) return skipped('voidRefused');
  const answer = await deliverVoid(envelopeId, voidJws);
  if (answer.kind === 'problem') return skipped(problemOf(answer.code));
  const { stationId, receptionNumber } = claimed;
  const digest = await digestOfVoid(voidJws);
  const receipt = await verifyReceipt(answer.receiptJws, { envelopeId, stationId, digest }, serverKeys);
  if (!receipt) return skipped('receiptNotSigned');
  return { kind: answer.isNew ? 'stored' : 'repeated', receptionNumber, receiptJws: answer.receiptJws };
}

/** What concerns this envelope alone; the rest goes on. */
const itemProblems: Partial<Record<ProblemCode, ImportProblem>> = {
  'unknown-station': 'foreign',
  'station-pending': 'stationPending',
  'manifest-invalid': 'manifestRefused',
  'digest-mismatch': 'digestMismatch',
  'envelope-conflict': 'conflict',
  'void-invalid': 'voidRefused',
  'void-not-allowed': 'voidRefused',
  'body-too-large': 'altered',
};

function problemOf(code: ProblemCode): ImportProblem {
  const problem = itemProblems[code];
  if (problem) return problem;
  throw new CommandFailure(
    'server-refused',
    `The server refused: ${problemTable[code].title} (${code}). Run the import again later.`,
  );
}
