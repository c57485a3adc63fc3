import type { EnvelopeReceipt } from '../queue/entry';
import type { Queue } from '../queue/queue';
import type { Clock } from './device-ports';
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

type Given = Omit<SendPorts, 'marks' | 'gate'> &
  Omit<SendVoidPorts, 'queue' | 'gate'> & { readonly queue: Queue; readonly clock: Clock };

/** Sends for one page; its marks are written together, as many as gather while the line has enough to carry. */
export function createSender(given: Given): Sender {
  const gate = new UploadGate();
  const ports = { ...given, gate, marks: marksInGroups(given.queue, () => soonShort(gate, given.clock)) };
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

/** On a line that carries nothing any more: a receipt must be on the disk soon, though another try would bring it again. */
const longestGatherMs = 200;

async function soonShort(gate: UploadGate, clock: Clock): Promise<void> {
  if (gate.isShort) return;
  await new Promise<void>((resolve) => {
    const callOff = clock.setTimer(resolve, longestGatherMs);
    void gate.whenShort().then(callOff).then(resolve);
  });
}

/** A strict transaction costs the disk as much for one as for ten, of either kind. */
function marksInGroups(queue: Queue, whenWanted: () => Promise<void>): DeliveryMarks {
  const mark = inGroups(async (marks: readonly Mark[]) => {
    const sending = marks.filter((one) => typeof one === 'string');
    const delivered = marks.filter((one) => typeof one !== 'string');
    const marked = (await queue.mark({ sending, delivered })).sending.values();
    return marks.map((one) => (typeof one === 'string' ? marked.next().value : undefined));
  }, whenWanted);
  // At once, and all of them when the line is lost.
  const markWaiting = inGroups((envelopeIds: readonly string[]) => queue.markWaiting(envelopeIds));
  return { markSending: mark, markDelivered: mark, markWaiting };
}
