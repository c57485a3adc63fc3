import type { VoidStore } from '../../queue/voids/void-store';
import { verifyReceipt } from '../../sealing/receipt';
import type { ApiClient } from '../api-client';
import { failed, type SendOutcome, type SendPorts, settleProblem } from '../send-envelope';
import { voidItemId } from './void-item';

export interface SendVoidPorts extends Pick<SendPorts, 'findConfiguration' | 'nowMs' | 'gate'> {
  readonly queue: { readonly voids: Pick<VoidStore, 'find' | 'markDelivered'> };
  readonly api: Pick<ApiClient, 'putVoid'>;
}

/** Sends one waiting void. It counts as delivered only with a receipt verified for its envelope, its digest, its station. */
export async function sendVoid(envelopeId: string, ports: SendVoidPorts, signal: AbortSignal): Promise<SendOutcome> {
  const configuration = await ports.findConfiguration();
  if (!configuration) return failed('way', 'notConfigured');
  const record = await ports.queue.voids.find(envelopeId);
  if (record?.state !== 'waiting') return { kind: 'passed' };
  if (!(await ports.gate.enter(voidItemId(envelopeId)))) return { kind: 'passed' };
  const answer = await ports.api.putVoid(envelopeId, record.voidJws, signal);
  if (answer.kind !== 'received') return settleProblem(voidItemId(envelopeId), answer);
  const { digest, stationId, voidJws } = record;
  const receipt = await verifyReceipt(answer.receiptJws, { envelopeId, digest, stationId }, configuration.serverKeys);
  if (!receipt) return failed('envelope', 'receiptInvalid');
  const verifiedAtMs = ports.nowMs();
  await ports.queue.voids.markDelivered(envelopeId, { receiptJws: answer.receiptJws, verifiedAtMs });
  return { kind: 'delivered', bytes: voidJws.length, atMs: verifiedAtMs };
}
