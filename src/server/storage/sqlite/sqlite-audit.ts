import type { Kysely } from 'kysely';
import type { AuditChain, AuditEvent, AuditFact } from '../audit';
import { appendToAll } from './append-audit';
import type { Tables } from './tables';

export function sqliteAudit(db: Kysely<Tables>): AuditChain {
  return {
    async list(municipality) {
      const rows = await db
        .selectFrom('auditEvents')
        .selectAll()
        .where('municipality', '=', municipality)
        .orderBy('position')
        .execute();
      return rows.map(read);
    },
    async findLast(municipality, kind) {
      const query = db.selectFrom('auditEvents').selectAll().where('municipality', '=', municipality).where('kind', '=', kind);
      const row = await query.orderBy('position', 'desc').limit(1).executeTakeFirst();
      return row && read(row);
    },
    note: (fact, nowMs) => db.transaction().execute((transaction) => appendToAll(transaction, fact, nowMs)),
  };
}

function read(row: Tables['auditEvents']): AuditEvent {
  return { ...row, facts: JSON.parse(row.facts) as AuditFact['facts'] };
}
