import type { Configuration } from '../protocol/configuration';
import type { ProblemCode } from '../protocol/problem';
import { DatabaseUnavailable } from '../queue/database';
import type { QueueStore, StoredEnvelope } from '../queue/queue-store';
import { verifyReceipt } from '../sealing/receipt';
import type { ApiClient, UploadAnswer } from './api-client';
import type { Failure, LoopEvent } from './delivery';
import type { RestReason } from './delivery-state';

export interface SendPorts {
  readonly queue: Pick<QueueStore, 'markSending' | 'markWaiting' | 'markDelivered' | 'readSealed'>;
  readonly api: Pick<ApiClient, 'putEnvelope'>;
  /** The verified configuration in use; its server keys say whose receipts hold. */
  readonly findConfiguration: () => Promise<Configuration | undefined>;
  readonly nowMs: () => number;
}

export type SendOutcome = Extract<LoopEvent, { kind: 'delivered' | 'refused' | 'passed' | 'failed' }>;

/**
 * Sends one waiting envelope. It is marked as sending before the first byte leaves and counts as delivered only
 * with a receipt that was verified for its id, its digest and its station. Refused for good it stays marked until the
 * loop has judged that; whatever else happens, it waits again.
 */
export async function sendEnvelope(envelopeId: string, ports: SendPorts, signal: AbortSignal): Promise<SendOutcome> {
  const configuration = await ports.findConfiguration();
  if (!configuration) return failed('run', 'notConfigured');
  const [marked, sealed] = await Promise.all([ports.queue.markSending(envelopeId), readSealed(envelopeId, ports)]);
  if (marked.kind === 'unchanged') return { kind: 'passed' };
  if (!sealed) return { kind: 'refused', envelopeId, code: 'bytes-unreadable', retryAfterMs: null };
  const answer = await ports.api.putEnvelope({ envelopeId, digest: marked.entry.digest, ...sealed }, signal);
  if (answer.kind !== 'received') return settleFailure(envelopeId, answer, ports);
  const receipt = await verifyReceipt(answer.receiptJws, marked.entry, configuration.serverKeys);
  if (!receipt) return giveBack(envelopeId, ports, failed('envelope', 'receiptInvalid'));
  await ports.queue.markDelivered(envelopeId, { receiptJws: answer.receiptJws, verifiedAtMs: ports.nowMs() });
  return { kind: 'delivered', bytes: marked.entry.size };
}

/** Undefined where this record is gone or damaged; rejects where the whole queue cannot be used. */
async function readSealed(envelopeId: string, { queue }: SendPorts): Promise<StoredEnvelope | undefined> {
  try {
    return await queue.readSealed(envelopeId);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    return undefined;
  }
}

/**
 * What each problem means for the envelope; `refused` where sending the same again can never help. What is not named
 * is a fault that may pass: `digest-mismatch` and `malformed-request` too, because the tablet verified
 * the bytes when it sealed them, so they were mangled on the way.
 */
const verdicts: Partial<Record<ProblemCode, 'refused' | Pick<Failure, 'concerns' | 'reason'>>> = {
  'envelope-conflict': 'refused',
  'body-too-large': 'refused',
  'manifest-invalid': 'refused',
  'void-invalid': 'refused',
  'void-not-allowed': 'refused',
  'unknown-station': { concerns: 'run', reason: 'stationUnknown' },
  'station-pending': { concerns: 'run', reason: 'stationUnknown' },
  'too-many-requests': { concerns: 'run', reason: 'serverBusy' },
  unavailable: { concerns: 'run', reason: 'serverBusy' },
  'storage-full': { concerns: 'run', reason: 'serverFull' },
};

async function settleFailure(
  envelopeId: string,
  answer: Exclude<UploadAnswer, { kind: 'received' }>,
  ports: SendPorts,
): Promise<SendOutcome> {
  const outcome = settleProblem(envelopeId, answer);
  return outcome.kind === 'failed' ? giveBack(envelopeId, ports, outcome) : outcome;
}

/** What an answer without a receipt means for the item that was sent. */
export function settleProblem(
  envelopeId: string,
  answer: Exclude<UploadAnswer, { kind: 'received' }>,
): Extract<SendOutcome, { kind: 'refused' | 'failed' }> {
  if (answer.kind !== 'problem') return failed('run', answer.kind);
  const { code, retryAfterMs } = answer;
  const verdict = verdicts[code] ?? { concerns: 'envelope', reason: 'serverFailed' };
  if (verdict === 'refused') return { kind: 'refused', envelopeId, code, retryAfterMs };
  return failed(verdict.concerns, verdict.reason, retryAfterMs);
}

async function giveBack(envelopeId: string, { queue }: SendPorts, failure: Failure): Promise<Failure> {
  await queue.markWaiting(envelopeId);
  return failure;
}

export function failed(concerns: Failure['concerns'], reason: RestReason, retryAfterMs: number | null = null): Failure {
  return { kind: 'failed', concerns, reason, retryAfterMs };
}
