import type { EnvelopeReceipt } from '../queue/entry';
import type { Queue } from '../queue/queue';
import { inGroups } from './pace/in-groups';
import { UploadGate } from './pace/upload-gate';
import { type DeliveryMarks, sendEnvelope, type SendOutcome, type SendPorts } from './send-envelope';
import { sendVoid, type SendVoidPorts } from './voids/send-void';
import { findVoidedEnvelope } from './voids/void-item';

/** Sends the loop's items, envelopes and voids. */
export interface Sender {
  send(itemId: string, signal: AbortSignal): Promise<SendOutcome>;
  readonly gate: UploadGate;
}

/** Sends for one page; the marks of what it sends in one moment are written together. */
export function createSender(
  given: Omit<SendPorts, 'marks' | 'gate' | 'queue'> & Omit<SendVoidPorts, 'queue' | 'gate'> & { readonly queue: Queue },
): Sender {
  const gate = new UploadGate();
  const ports = { ...given, gate, marks: marksInGroups(given.queue) };
  return {
    gate,
    send: (itemId, signal) => {
      const voided = findVoidedEnvelope(itemId);
      return voided === undefined ? sendEnvelope(itemId, ports, signal) : sendVoid(voided, ports, signal);
    },
  };
}

/** An envelope about to be sent, or the receipt of one that has arrived. */
type Mark = string | EnvelopeReceipt;

/** A strict transaction costs the disk as much for one as for eight, of either kind. */
function marksInGroups(queue: Queue): DeliveryMarks {
  const mark = inGroups(async (marks: readonly Mark[]) => {
    const sending = marks.filter((one) => typeof one === 'string');
    const delivered = marks.filter((one) => typeof one !== 'string');
    const marked = (await queue.mark({ sending, delivered })).sending.values();
    return marks.map((one) => (typeof one === 'string' ? marked.next().value : undefined));
  });
  return { markSending: mark, markDelivered: mark };
}
