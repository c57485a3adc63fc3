import type { Configuration } from '../../protocol/configuration';
import { parseReceiptsFile } from '../../protocol/transfer/receipts-file';
import type { QueueStore } from '../../queue/queue-store';
import { findReceiptSubject, verifyReceipt } from '../../sealing/receipt';

/** What the receipts of a file did, in numbers. */
export interface TakenReceipts {
  readonly kind: 'taken';
  /** Delivered by this file. */
  readonly delivered: number;
  /** Delivered before; nothing was changed. */
  readonly known: number;
  /** For envelopes that are not of this tablet. */
  readonly foreign: number;
  /** Torn, altered, or not by a server key of the configuration: nothing was believed. */
  readonly invalid: number;
}

export type ReceiptsOutcome = TakenReceipts | { readonly kind: 'otherFile' } | { readonly kind: 'notConfigured' };

export interface ReceiptPorts {
  readonly queue: Pick<QueueStore, 'findEntry' | 'markDeliveredByFile' | 'voids'>;
  readonly configuration: Configuration | undefined;
  readonly nowMs: () => number;
}

/** Takes the receipts of a file, each verified as one that answers an upload is. Rejects where the queue cannot be used. */
export async function takeReceipts(text: string, ports: ReceiptPorts): Promise<ReceiptsOutcome> {
  const file = parseReceiptsFile(text);
  if (file.kind === 'otherFile') return file;
  if (!ports.configuration) return { kind: 'notConfigured' };
  const counts = { delivered: 0, known: 0, foreign: 0, invalid: file.damaged };
  for (const receiptJws of file.receipts) counts[await takeReceipt(receiptJws, ports.configuration, ports)] += 1;
  return { kind: 'taken', ...counts };
}

async function takeReceipt(
  receiptJws: string,
  { serverKeys }: Configuration,
  { queue, nowMs }: ReceiptPorts,
): Promise<Exclude<keyof TakenReceipts, 'kind'>> {
  const envelopeId = findReceiptSubject(receiptJws);
  if (envelopeId === undefined) return 'invalid';
  const entry = await queue.findEntry(envelopeId);
  if (!entry) return 'foreign';
  const receipt = { receiptJws, verifiedAtMs: nowMs() };
  if (await verifyReceipt(receiptJws, entry, serverKeys)) {
    const change = await queue.markDeliveredByFile(envelopeId, receipt);
    return change.kind === 'changed' ? 'delivered' : 'known';
  }
  const record = await queue.voids.find(envelopeId);
  if (!record || !(await verifyReceipt(receiptJws, record, serverKeys))) return 'invalid';
  return (await queue.voids.markDelivered(envelopeId, receipt)) ? 'delivered' : 'known';
}
