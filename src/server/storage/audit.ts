import { createHash } from 'node:crypto';
import type { MunicipalityCode } from '../../domain/campaign/municipality';

export type AuditKind =
  | 'municipalityProvisioned'
  | 'administratorReplaced'
  | 'enrolmentCodeAdded'
  | 'stationEnrolled'
  | 'configurationPublished'
  | 'envelopeStored'
  | 'envelopeHeld'
  | 'envelopeConflicted'
  | 'envelopeSecured'
  | 'envelopeVoided'
  | 'envelopeReleased'
  | 'envelopeDone'
  | 'envelopePurged'
  | 'envelopeBytesLost'
  | 'envelopeBytesReturned'
  | 'serverRestored'
  | 'keepDaysSet'
  | 'receiptKeyRotated'
  | 'rosterStored'
  | 'rosterDestroyed';

/** What happened, in ids, digests, versions and the names of clerks; never anything about an applicant. */
export interface AuditFact {
  readonly kind: AuditKind;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditEvent extends AuditFact {
  readonly municipality: MunicipalityCode;
  /** Gapless per municipality, from 1. */
  readonly position: number;
  readonly atMs: number;
  /** Hash of the event before; `auditOrigin` for the first. */
  readonly previous: string;
  /** SHA-256 (base64url) over all of the above. */
  readonly hash: string;
}

/** An append-only chain per municipality: no event can be changed or taken out without changing all after it. */
export interface AuditChain {
  /** All events in order. */
  list(municipality: MunicipalityCode): Promise<readonly AuditEvent[]>;
  /** The last event of a kind. */
  findLast(municipality: MunicipalityCode, kind: AuditKind): Promise<AuditEvent | undefined>;
  /** Appends what happened to the server itself, to every municipality's chain. */
  note(fact: AuditFact, nowMs: number): Promise<void>;
}

export const auditOrigin = 'A'.repeat(43);

/** The hash of an event: over its members in this order, as JSON. */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  const { previous, municipality, position, atMs, kind, facts } = event;
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([previous, municipality, position, atMs, kind, sorted]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The first position whose event does not follow from the one before it; undefined where the chain holds. */
export function findBreak(events: readonly AuditEvent[]): number | undefined {
  let previous = auditOrigin;
  for (const [index, event] of events.entries()) {
    const isIntact = event.position === index + 1 && event.previous === previous && event.hash === auditHash(event);
    if (!isIntact) return index + 1;
    previous = event.hash;
  }
  return undefined;
}
