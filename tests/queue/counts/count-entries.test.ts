import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { countFigures } from '../../../src/domain/counts/daily-count';
import { entryStates } from '../../../src/domain/submission/entry-state';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { type Entry, entryOf } from '../../../src/queue/entry';
import type { QueueStore } from '../../../src/queue/queue-store';
import { sealedSample } from '../sealed-samples';

const days = [dayOf('2026-11-20'), dayOf('2026-11-21')] as const;
const openings = ['opening-1', 'opening-2'] as const;

/** So many in a row alike, as a tablet makes them: an opening lasts for hours, and an outage does too. */
const stretches = fc.array(
  fc.record({
    length: fc.integer({ min: 1, max: 90 }),
    state: fc.constantFrom('waiting' as const, ...entryStates),
    day: fc.constantFrom(...days),
    openingId: fc.constantFrom(...openings),
    /** Of the void that the first of them has. */
    voided: fc.constantFrom(undefined, undefined, 'waiting' as const, 'refused' as const),
  }),
  { maxLength: 8 },
);
type Stretches = typeof stretches extends fc.Arbitrary<infer Value> ? Value : never;

async function queueOf(made: Stretches): Promise<QueueStore> {
  const database = openDatabase(`count-${uuidv7()}`);
  const store = databaseQueueStore(database);
  let sequence = 0;
  for (const { length, state, day, openingId, voided } of made) {
    const rows = Array.from({ length }, (): Entry => {
      sequence += 1;
      return { ...entryOf(sealedSample(sequence, { day, openingId }).manifest), state };
    });
    await database.write(['entries'], async (transaction) => {
      await Promise.all(rows.map((row) => transaction.objectStore('entries').add(row)));
    });
    if (voided && rows[0]) await voidOne(store, rows[0], voided);
  }
  return store;
}

async function voidOne({ voids }: QueueStore, entry: Entry, state: 'waiting' | 'refused'): Promise<void> {
  const { envelopeId, sequence, receptionNumber, stationId } = entry;
  const facts = { voidJws: 'a.b.c', digest: 'digest', reason: 'wrongContent', attendantId: null, voidedAtMs: 7 } as const;
  await voids.add({ envelopeId, sequence, receptionNumber, stationId, ...facts });
  if (state === 'refused') await voids.markRefused(envelopeId, 'void-not-allowed');
}

it('counts what the rows have, whatever lies between them', async () => {
  await fc.assert(
    fc.asyncProperty(stretches, async (made) => {
      const store = await queueOf(made);
      const rows = (await Promise.all(days.map((day) => store.countRowsOn(day)))).flat();
      expect(await store.figures()).toEqual(countFigures(rows));
      for (const day of days)
        for (const openingId of openings) {
          const own = rows.filter((row) => row.day === day && row.openingId === openingId);
          expect(await store.openingFigures(day, openingId)).toEqual(countFigures(own));
        }
    }),
    { numRuns: 40 },
  );
});
