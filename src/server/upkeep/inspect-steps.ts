import type { AuditEvent, AuditKind } from '../storage/audit';

/** What is noted in an envelope's row of its life, each with the event that tells of it. */
export interface Steps {
  readonly securedAtMs: number | null;
  readonly releasedAtMs: number | null;
  readonly doneAtMs: number | null;
  readonly purgedAtMs: number | null;
}

const told: Readonly<Partial<Record<AuditKind, keyof Steps>>> = {
  envelopeSecured: 'securedAtMs',
  envelopeReleased: 'releasedAtMs',
  envelopeDone: 'doneAtMs',
  envelopePurged: 'purgedAtMs',
};
const none: Steps = { securedAtMs: null, releasedAtMs: null, doneAtMs: null, purgedAtMs: null };

/** The steps of every envelope as an audit tells them, by the envelope's id. */
export function stepsTold(events: readonly AuditEvent[]): (envelopeId: string) => Steps {
  const byEnvelope = new Map<unknown, Steps>();
  for (const { kind, facts, atMs } of events) {
    const step = told[kind];
    const id = facts['envelopeId'];
    if (step) byEnvelope.set(id, { ...(byEnvelope.get(id) ?? none), [step]: atMs });
  }
  return (envelopeId) => {
    const steps = byEnvelope.get(envelopeId) ?? none;
    // Earlier versions took what was done for secured, without an event of its own.
    return { ...steps, securedAtMs: steps.securedAtMs ?? steps.doneAtMs };
  };
}

/** Whether a row notes what the audit tells, and nothing more. */
export function areStepsTold(row: Steps, steps: Steps): boolean {
  return (Object.keys(none) as (keyof Steps)[]).every((step) => row[step] === steps[step]);
}
