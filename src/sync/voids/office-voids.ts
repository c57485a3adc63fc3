import type { PublicKey } from '../../protocol/fields';
import type { Void } from '../../protocol/void/void';
import type { QueueStore } from '../../queue/queue-store';
import type { NewVoid } from '../../queue/voids/void-store';
import type { StationKeys } from '../../sealing/station-keys';
import { digestOfVoid, verifyVoid } from '../../sealing/void/void';
import type { ApiClient } from '../api-client';

export interface OfficeVoidsPorts {
  readonly queue: Pick<QueueStore, 'findEntry' | 'voids'>;
  readonly api: Pick<ApiClient, 'getOfficeVoids'>;
  /** The office's configuration key, which was pinned at enrolment. */
  readonly findOfficeKey: () => Promise<PublicKey | undefined>;
}

/**
 * Asks what a clerk voided of the envelopes of these stations, and counts it here too: its own, and what the tablet was
 * before. Believes no more than the office's signature over exactly an envelope that was sealed here. Nothing depends on
 * the answer: a server that has none is asked the next time.
 */
export async function takeOfficeVoids(
  { keys, stationIds }: { readonly keys: StationKeys; readonly stationIds: Iterable<string> },
  ports: OfficeVoidsPorts,
  signal: AbortSignal,
): Promise<void> {
  const officeKey = await ports.findOfficeKey();
  if (!officeKey) return;
  for (const stationId of stationIds) {
    for await (const voids of pagesOf(stationId, { keys, api: ports.api }, signal)) {
      const read = await Promise.all(voids.map((voidJws) => readVoid(voidJws, officeKey, ports.queue)));
      const made = read.filter((one) => one !== undefined);
      if (made.length > 0) await ports.queue.voids.addByOffice(made);
    }
  }
}

async function* pagesOf(
  stationId: string,
  { keys, api }: { readonly keys: StationKeys; readonly api: OfficeVoidsPorts['api'] },
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const answer = await api.getOfficeVoids(keys, { stationId, after }, signal);
    if (answer.kind !== 'voids') return;
    yield answer.page.voids;
    const { next } = answer.page;
    // A page that does not lead on would be asked for without end.
    if (next === null || next <= after) return;
    after = next;
  }
}

async function readVoid(
  voidJws: string,
  officeKey: PublicKey,
  queue: Pick<QueueStore, 'findEntry'>,
): Promise<NewVoid | undefined> {
  const verified = await verifyVoid(voidJws, { findOfficeKey: () => officeKey, findStationKey: () => undefined });
  return verified && recordOf(verified.void, voidJws, queue);
}

async function recordOf(voided: Void, voidJws: string, queue: Pick<QueueStore, 'findEntry'>): Promise<NewVoid | undefined> {
  const { envelopeId, stationId, sequence, receptionNumber, reason, attendantId } = voided;
  const entry = await queue.findEntry(envelopeId);
  if (entry?.digest !== voided.digest) return undefined;
  const facts = { envelopeId, stationId, sequence, receptionNumber, reason, attendantId };
  return { ...facts, voidJws, digest: await digestOfVoid(voidJws), voidedAtMs: Date.parse(voided.voidedAt) };
}
