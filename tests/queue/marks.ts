import type { EntryChange, EnvelopeReceipt } from '../../src/queue/entry';
import type { QueueStore, Sending } from '../../src/queue/queue-store';

type Marking = Pick<QueueStore, 'mark'>;

export async function markSending(store: Marking, envelopeIds: readonly string[]): Promise<readonly Sending[]> {
  return (await store.mark({ sending: envelopeIds, delivered: [] })).sending;
}

export async function markDelivered(store: Marking, receipts: readonly EnvelopeReceipt[]): Promise<readonly EntryChange[]> {
  return (await store.mark({ sending: [], delivered: receipts })).delivered;
}
