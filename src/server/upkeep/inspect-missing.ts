import type BetterSqlite from 'better-sqlite3';
import type { AuditEvent } from '../storage/audit';
import type { Fault } from './inspection';

/** Envelopes and voids that an audit tells of and that are not here: nothing ever takes a row away. */
export function inspectMissing(
  database: BetterSqlite.Database,
  { code, events }: { readonly code: string; readonly events: readonly AuditEvent[] },
): readonly Fault[] {
  const positionsIn = (table: 'envelopes' | 'voids'): ReadonlySet<number> => {
    const query = database.prepare<[string], number>(`select position from ${table} where municipality = ?`);
    return new Set(query.pluck().all(code));
  };
  const envelopes = positionsIn('envelopes');
  const voids = positionsIn('voids');
  return events.flatMap(({ kind, position, facts }): readonly Fault[] => {
    const where = String(facts['envelopeId'] ?? `${code} at position ${position}`);
    if (kind === 'envelopeVoided') return voids.has(position) ? [] : [{ kind: 'voidMissing', where: `void of ${where}` }];
    if (kind !== 'envelopeStored' && kind !== 'envelopeHeld') return [];
    return envelopes.has(position) ? [] : [{ kind: 'envelopeMissing', where }];
  });
}
