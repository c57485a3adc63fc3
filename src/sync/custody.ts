import { mayPurge } from '../domain/submission/retention';
import type { Configuration } from '../protocol/configuration';
import type { Entry } from '../queue/entry';
import type { QueueStore } from '../queue/queue-store';
import type { StationKeys } from '../sealing/station-keys';
import type { ApiClient } from './api-client';
import type { OfficeVoidsPorts } from './voids/office-voids';

export interface CustodyPorts extends Pick<OfficeVoidsPorts, 'findOfficeKey'> {
  readonly queue: Pick<
    QueueStore,
    'nextSequence' | 'findEntry' | 'deliveredEntries' | 'markLacking' | 'markSecured' | 'purge' | 'voids'
  >;
  readonly api: Pick<ApiClient, 'askCustody' | 'askVoidCustody' | 'getOfficeVoids'>;
  readonly findKeys: () => Promise<StationKeys | undefined>;
  readonly findConfiguration: () => Promise<Configuration | undefined>;
  readonly nowMs: () => number;
}

export interface CustodyOutcome {
  readonly isAnswered: boolean;
  readonly hasLacking: boolean;
}

/** The protocol's limit for one question. */
const pageSize = 500;

/**
 * Asks what became of the envelopes that are kept as delivered: what the server lacks waits again, what the office
 * holds is secured, and what is secured and old enough leaves the tablet. Then, what a clerk voided. Asks nothing where
 * nothing was ever sealed.
 */
export async function checkCustody(ports: CustodyPorts, signal: AbortSignal): Promise<CustodyOutcome> {
  const [keys, configuration] = await Promise.all([ports.findKeys(), ports.findConfiguration()]);
  if (!keys || !configuration) return { isAnswered: false, hasLacking: false };
  const stationIds = new Set([keys.stationId]);
  const terms = { keys, keepDays: configuration.kiosk.keepDeliveredDays, stationIds };
  const envelopes = await checkEnvelopes(terms, ports, signal);
  if (!envelopes.isAnswered) return envelopes;
  const voids = await checkVoids(keys, ports, signal);
  if (voids.isAnswered && (await ports.queue.nextSequence()) > 1) {
    // Not needed before the first application, so not part of what loads the first screen.
    const { takeOfficeVoids } = await import('./voids/office-voids');
    await takeOfficeVoids({ keys, stationIds }, ports, signal);
  }
  return { isAnswered: voids.isAnswered, hasLacking: envelopes.hasLacking || voids.hasLacking };
}

interface Terms {
  readonly keys: StationKeys;
  readonly keepDays: number;
  /** Whose envelopes are kept; after a second enrolment there are some of the station before. */
  readonly stationIds: Set<string>;
}

async function checkEnvelopes(
  { keys, keepDays, stationIds }: Terms,
  ports: CustodyPorts,
  signal: AbortSignal,
): Promise<CustodyOutcome> {
  let hasLacking = false;
  let after = 0;
  for (;;) {
    const kept = await ports.queue.deliveredEntries(pageSize, after);
    const last = kept.at(-1);
    if (!last) return { isAnswered: true, hasLacking };
    const answer = await ports.api.askCustody(
      keys,
      kept.map(({ envelopeId }) => envelopeId),
      signal,
    );
    if (answer.kind !== 'custody') return { isAnswered: false, hasLacking };
    const lacking = new Set(answer.custody.lacking);
    const secured = new Set(answer.custody.secured);
    await settle(kept, { lacking, secured }, keepDays, ports);
    for (const { stationId } of kept) stationIds.add(stationId);
    hasLacking ||= kept.some(({ envelopeId }) => lacking.has(envelopeId));
    after = last.sequence;
  }
}

/** Voids are small and stay for good: those that a server restored from a backup lacks are sent again. */
async function checkVoids(keys: StationKeys, { queue, api }: CustodyPorts, signal: AbortSignal): Promise<CustodyOutcome> {
  let hasLacking = false;
  let after = 0;
  for (;;) {
    const kept = await queue.voids.delivered(pageSize, after);
    const last = kept.at(-1);
    if (!last) return { isAnswered: true, hasLacking };
    const ids = kept.map(({ envelopeId }) => envelopeId);
    const answer = await api.askVoidCustody(keys, ids, signal);
    if (answer.kind !== 'custody') return { isAnswered: false, hasLacking };
    const lacking = ids.filter((id) => answer.custody.lackingVoids?.includes(id));
    if (lacking.length > 0) hasLacking = await queue.voids.markWaiting(lacking);
    after = last.sequence;
  }
}

async function settle(
  kept: readonly Entry[],
  { lacking, secured }: { readonly lacking: ReadonlySet<string>; readonly secured: ReadonlySet<string> },
  keepDays: number,
  { queue, nowMs }: CustodyPorts,
): Promise<void> {
  const present = kept.filter(({ envelopeId }) => !lacking.has(envelopeId));
  const newlySecured = present.filter(({ envelopeId, isSecured }) => !isSecured && secured.has(envelopeId));
  if (lacking.size > 0) await queue.markLacking(kept.map(({ envelopeId }) => envelopeId).filter((id) => lacking.has(id)));
  if (newlySecured.length > 0) await queue.markSecured(newlySecured.map(({ envelopeId }) => envelopeId));
  for (const { envelopeId, deliveredAtMs } of present) {
    // What an earlier answer said does not count: the server may have been restored since, and know nothing of it.
    const isHeld = secured.has(envelopeId);
    const isOld = deliveredAtMs !== null && mayPurge({ deliveredAtMs, isSecured: isHeld }, nowMs(), keepDays);
    if (isOld) await queue.purge(envelopeId);
  }
}
