import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../../domain/campaign/municipality';
import type { AuditKind } from '../../audit';
import type { EnvelopeStore } from '../../envelope-store';
import { appendAudit, findLastAudit } from '../append-audit';
import type { Tables } from '../tables';

/** What happens to an envelope after it was stored; each step once, each with its event. */
export function envelopeLife(db: Kysely<Tables>): Pick<EnvelopeStore, 'markSecured' | 'release' | 'markDone' | 'purgeDone'> {
  return {
    markSecured: (municipality, envelopeId, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const row = await findRow(transaction, municipality, envelopeId);
        if (row?.securedAtMs !== null) return row !== undefined;
        return takeStep(transaction, { municipality, envelopeId, kind: 'envelopeSecured', times: { securedAtMs: nowMs }, nowMs });
      }),
    release: (municipality, envelopeId, clerk, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const row = await findRow(transaction, municipality, envelopeId);
        if (row?.state !== 'held') return row ? 'notHeld' : 'unknown';
        if (row.releasedAtMs !== null) return 'released';
        const step = { municipality, envelopeId, kind: 'envelopeReleased', times: { releasedAtMs: nowMs }, nowMs } as const;
        await takeStep(transaction, { ...step, facts: { clerk } });
        return 'released';
      }),
    markDone: (municipality, envelopeId, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const row = await findRow(transaction, municipality, envelopeId);
        if (!row) return 'unknown';
        if (row.doneAtMs !== null) return 'done';
        if (row.state === 'held' && row.releasedAtMs === null) return 'held';
        if (row.securedAtMs === null) return 'notSecured';
        const last = await findLastAudit(transaction, municipality);
        const doneAtMs = Math.max(nowMs, last?.atMs ?? nowMs);
        const step = { kind: 'envelopeDone', times: { doneAtMs }, nowMs: doneAtMs } as const;
        await takeStep(transaction, { municipality, envelopeId, ...step });
        return 'done';
      }),
    purgeDone: (municipality, done, nowMs) =>
      db.transaction().execute((transaction) => purgeDone(transaction, municipality, { ...done, nowMs })),
  };
}

interface Step {
  readonly municipality: MunicipalityCode;
  readonly envelopeId: string;
  readonly kind: AuditKind;
  readonly times: Partial<Pick<Tables['envelopes'], 'securedAtMs' | 'releasedAtMs' | 'doneAtMs' | 'purgedAtMs'>>;
  readonly facts?: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

function findRow(transaction: Transaction<Tables>, municipality: MunicipalityCode, envelopeId: string) {
  return transaction
    .selectFrom('envelopes')
    .select(['state', 'securedAtMs', 'releasedAtMs', 'doneAtMs'])
    .where('municipality', '=', municipality)
    .where('envelopeId', '=', envelopeId)
    .executeTakeFirst();
}

async function takeStep(
  transaction: Transaction<Tables>,
  { municipality, envelopeId, kind, times, facts, nowMs }: Step,
): Promise<true> {
  await transaction.updateTable('envelopes').set(times).where('envelopeId', '=', envelopeId).execute();
  await appendAudit(transaction, municipality, { kind, facts: { envelopeId, ...facts } }, nowMs);
  return true;
}

async function purgeDone(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { untilMs, limit, nowMs }: { readonly untilMs: number; readonly limit: number; readonly nowMs: number },
): Promise<number> {
  const due = await transaction
    .selectFrom('envelopes')
    .select('envelopeId')
    .where('municipality', '=', municipality)
    .where('doneAtMs', '<=', untilMs)
    .where('purgedAtMs', 'is', null)
    .orderBy('doneAtMs')
    .limit(limit)
    .execute();
  for (const { envelopeId } of due) {
    await transaction.deleteFrom('envelopeBytes').where('envelopeId', '=', envelopeId).execute();
    await takeStep(transaction, { municipality, envelopeId, kind: 'envelopePurged', times: { purgedAtMs: nowMs }, nowMs });
  }
  return due.length;
}
