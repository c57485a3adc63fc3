import type { Configuration } from '../protocol/configuration';
import type { ProblemCode } from '../protocol/problem';
import { areWhole } from '../queue/bytes/load-sealed';
import type { Entry, EnvelopeReceipt } from '../queue/entry';
import type { Sending, StoredEnvelope } from '../queue/queue-store';
import { verifyReceipt } from '../sealing/receipt';
import type { ApiClient, UploadAnswer } from './api-client';
import type { RestReason } from './delivery-state';
import type { Failure, LoopEvent } from './loop/loop-events';
import type { UploadGate } from './pace/upload-gate';

/** The marks of envelopes on their way. The ports' own, for many at once are written together. */
export interface DeliveryMarks {
  readonly markSending: (envelopeId: string) => Promise<Sending | undefined>;
  readonly markDelivered: (receipt: EnvelopeReceipt) => Promise<unknown>;
  /** It is not sent after all, or has not arrived. */
  readonly markWaiting: (envelopeId: string) => Promise<unknown>;
}

export interface SendPorts {
  readonly marks: DeliveryMarks;
  readonly gate: Pick<UploadGate, 'enter' | 'leave'>;
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
  if (!configuration) return failed('way', 'notConfigured');
  const marked = await ports.marks.markSending(envelopeId);
  if (marked?.kind !== 'changed') return { kind: 'passed' };
  const { sealed } = marked;
  if (!sealed) return unreadable(envelopeId);
  if (!(await ports.gate.enter(envelopeId))) return sendBack(envelopeId, ports);
  const answer = await ports.api.putEnvelope({ envelopeId, digest: marked.entry.digest, ...sealed }, signal);
  if (answer.kind !== 'received') return settleFailure({ ...marked.entry, ...sealed }, answer, ports);
  const receipt = await verifyReceipt(answer.receiptJws, marked.entry, configuration.serverKeys);
  if (!receipt) return giveBack(envelopeId, ports, failed('envelope', 'receiptInvalid'));
  ports.gate.leave(envelopeId);
  const verifiedAtMs = ports.nowMs();
  await ports.marks.markDelivered({ envelopeId, receiptJws: answer.receiptJws, verifiedAtMs });
  return { kind: 'delivered', bytes: marked.entry.size, atMs: verifiedAtMs };
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
  'unknown-station': { concerns: 'either', reason: 'stationUnknown' },
  'station-pending': { concerns: 'either', reason: 'stationUnknown' },
  'too-many-requests': { concerns: 'way', reason: 'serverBusy' },
  unavailable: { concerns: 'way', reason: 'serverBusy' },
  'storage-full': { concerns: 'way', reason: 'serverFull' },
};

async function settleFailure(
  { envelopeId, digest, bytes }: Pick<Entry, 'envelopeId' | 'digest'> & StoredEnvelope,
  answer: Exclude<UploadAnswer, { kind: 'received' }>,
  ports: SendPorts,
): Promise<SendOutcome> {
  const outcome = settleProblem(envelopeId, answer);
  if (outcome.kind !== 'failed') return outcome;
  if (mayLieInTheBytes(answer) && !(await areWhole(bytes, digest))) return unreadable(envelopeId);
  return giveBack(envelopeId, ports, outcome);
}

/** A file that is gone looks like a lost network to whoever sends it; one that was altered, like a body mangled on the way. */
function mayLieInTheBytes(answer: Exclude<UploadAnswer, { kind: 'received' }>): boolean {
  return answer.kind === 'unreachable' || (answer.kind === 'problem' && answer.code === 'digest-mismatch');
}

function unreadable(envelopeId: string): Extract<SendOutcome, { kind: 'refused' }> {
  return { kind: 'refused', envelopeId, code: 'bytes-unreadable', retryAfterMs: null };
}

/** What an answer without a receipt means for the item that was sent. */
export function settleProblem(
  envelopeId: string,
  answer: Exclude<UploadAnswer, { kind: 'received' }>,
): Extract<SendOutcome, { kind: 'refused' | 'failed' }> {
  if (answer.kind === 'offline') return failed('way', 'offline');
  if (answer.kind !== 'problem') return failed('either', answer.kind);
  const { code, retryAfterMs } = answer;
  const verdict = verdicts[code] ?? { concerns: 'envelope', reason: 'serverFailed' };
  if (verdict === 'refused') return { kind: 'refused', envelopeId, code, retryAfterMs };
  return failed(verdict.concerns, verdict.reason, retryAfterMs);
}

/** Marked, and then nothing was to be sent any more. */
async function sendBack(envelopeId: string, { marks }: SendPorts): Promise<SendOutcome> {
  await marks.markWaiting(envelopeId);
  return { kind: 'passed' };
}

async function giveBack(envelopeId: string, { marks }: SendPorts, failure: Failure): Promise<Failure> {
  await marks.markWaiting(envelopeId);
  return failure;
}

export function failed(concerns: Failure['concerns'], reason: RestReason, retryAfterMs: number | null = null): Failure {
  return { kind: 'failed', concerns, reason, retryAfterMs };
}
