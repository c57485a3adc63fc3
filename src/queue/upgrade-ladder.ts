/**
 * The steps by which the database came to its present shape; its version is their number. Steps are only ever
 * added at the end, and only add: a step that removed or rewrote something could lose a sealed application, and
 * the version before an update must still find what it needs. So a rolled back version opens the newer database and
 * goes on, unless a step says that it must not.
 */
export interface UpgradeStep {
  readonly reason: string;
  /** Versions before this step would do harm in the database: they refuse it and ask for the newer app. */
  readonly endsRollback?: true;
  readonly apply: (database: IDBDatabase, transaction: IDBTransaction) => void;
}

export const upgradeLadder: readonly UpgradeStep[] = [
  {
    reason: 'Sealed applications wait here; their entries are found by number, id, state and day without the bytes.',
    apply: (database) => {
      database.createObjectStore('envelopes', { keyPath: 'envelopeId' });
      const entries = database.createObjectStore('entries', { keyPath: 'sequence' });
      entries.createIndex('byEnvelope', 'envelopeId', { unique: true });
      entries.createIndex('byState', ['state', 'sequence']);
      entries.createIndex('byDay', ['day', 'openingId', 'sequence']);
      database.createObjectStore('receipts', { keyPath: 'envelopeId' });
    },
  },
  {
    reason: 'The tablet is a station with keys of its own, and works offline from the last signed configuration.',
    apply: (database) => {
      database.createObjectStore('station');
      database.createObjectStore('attempts', { keyPath: 'codeId' });
      database.createObjectStore('configuration');
      database.createObjectStore('device', { keyPath: 'name' });
    },
  },
  {
    reason: 'A second application with the same form is noticed: entries are found by their duplicate tag.',
    apply: (_database, transaction) => {
      transaction.objectStore('entries').createIndex('byDuplicateTag', 'duplicateTag');
    },
  },
  {
    reason: 'An application made in error is voided: the signed void waits here and is sent like an envelope.',
    apply: (database) => {
      database.createObjectStore('voids', { keyPath: 'envelopeId' }).createIndex('byState', ['state', 'sequence']);
    },
  },
  {
    reason: 'A group is expected whose roster the office has sealed: the sealed file, and marks by place in it.',
    apply: (database) => {
      database.createObjectStore('rosters', { keyPath: 'openingId' });
    },
  },
];

/** The lowest version whose code may use a database at the height of this ladder. */
export function usableFrom(ladder: readonly UpgradeStep[]): number {
  return ladder.findLastIndex(({ endsRollback }) => endsRollback) + 1;
}
