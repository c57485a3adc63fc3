import type { Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../domain/campaign/municipality';
import { auditHash, auditOrigin, type AuditEvent, type AuditFact } from '../audit';
import type { Tables } from './tables';
import { preparedQuery } from './thread/prepared-query';

/** Appends one event to a municipality's chain, inside the transaction of what it tells of. */
export async function appendAudit(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  fact: AuditFact,
  atMs: number,
): Promise<AuditEvent> {
  const event = auditAfter(await findLastAudit(transaction, municipality), municipality, fact, atMs);
  await transaction.executeQuery(insertAudit(transaction, auditRow(event)));
  return event;
}

/** Appends one event to the chain of every municipality. */
export async function appendToAll(transaction: Transaction<Tables>, fact: AuditFact, atMs: number): Promise<void> {
  for (const { code } of await transaction.selectFrom('municipalities').select('code').execute()) {
    await appendAudit(transaction, code, fact, atMs);
  }
}

/** The event that follows the newest one of a municipality's chain, while the transaction holds the write lock. */
export function auditAfter(
  last: Pick<AuditEvent, 'position' | 'hash'> | undefined,
  municipality: MunicipalityCode,
  { kind, facts }: AuditFact,
  atMs: number,
): AuditEvent {
  const position = (last?.position ?? 0) + 1;
  const unhashed = { municipality, position, atMs, kind, facts, previous: last?.hash ?? auditOrigin };
  return { ...unhashed, hash: auditHash(unhashed) };
}

/** The newest event of a municipality's chain. */
export async function findLastAudit(transaction: Transaction<Tables>, municipality: MunicipalityCode) {
  const { rows } = await transaction.executeQuery(lastAudit(transaction, { municipality }));
  return rows[0];
}

/** Asks for it. */
export const lastAudit = preparedQuery((db, { municipality }: Pick<AuditEvent, 'municipality'>) =>
  db
    .selectFrom('auditEvents')
    .select(['position', 'hash', 'atMs'])
    .where('municipality', '=', municipality)
    .orderBy('position', 'desc')
    .limit(1),
);

export const insertAudit = preparedQuery(
  (db, { municipality, position, atMs, kind, facts, previous, hash }: Tables['auditEvents']) =>
    db.insertInto('auditEvents').values({ municipality, position, atMs, kind, facts, previous, hash }),
);

export function auditRow(event: AuditEvent): Tables['auditEvents'] {
  return { ...event, facts: JSON.stringify(event.facts) };
}
