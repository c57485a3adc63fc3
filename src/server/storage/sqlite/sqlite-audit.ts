import type { Kysely } from 'kysely';
import type { AuditChain, AuditFact } from '../audit';
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
      return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as AuditFact['facts'] }));
    },
  };
}
