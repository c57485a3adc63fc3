import { expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { countFigures } from '../../../src/domain/counts/daily-count';
import type { Context } from '../queue-store-contract';
import { sealedSample } from '../sealed-samples';
import { markSending } from '../marks';

const removal = { reason: 'practice', attendantId: 'attendant-1', removedAtMs: 1_700_000_000_001 } as const;

/** What every QueueStore must count, and how it adds up. */
export function describeCounts({ current, fill, deliver }: Context): void {
  it('counts the rows of a day of openings, and only of that day', async () => {
    await current().append(sealedSample(1, { day: dayOf('2026-11-19') }));
    await current().append(sealedSample(2, { openingId: 'opening-2' }));
    await current().append(sealedSample(3));
    await current().append(sealedSample(4, { day: dayOf('2026-11-21') }));
    expect((await current().countRowsOn(dayOf('2026-11-20'))).map(({ sequence }) => sequence)).toEqual([2, 3]);
  });

  it('gives figures that add up', async () => {
    const ids = (await fill(6)).map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[0] ?? '');
    await deliver(ids[1] ?? '');
    await current().markSecured([ids[1] ?? '']);
    await current().purge(ids[1] ?? '');
    await markSending(current(), [ids[2] ?? '']);
    await markSending(current(), [ids[3] ?? '']);
    await current().markRefused(ids[3] ?? '', 'envelope-conflict');
    expect(await current().figures()).toEqual({ sealed: 6, waiting: 3, refused: 1, removed: 0, delivered: 2, voided: 0 });
    await current().remove(ids[3] ?? '', removal);
    expect(await current().figures()).toEqual({ sealed: 6, waiting: 3, refused: 0, removed: 1, delivered: 2, voided: 0 });
  });

  it('gives those of one opening as its rows have them, without loading these', async () => {
    const openings = ['opening-1', 'opening-2', 'opening-1', 'opening-1', 'opening-1', 'opening-1', 'opening-1'];
    const made = openings.map((openingId, index) => sealedSample(index + 1, { openingId }));
    for (const sealed of [...made, sealedSample(8, { openingId: 'opening-1', day: dayOf('2026-11-21') })]) {
      await current().append(sealed);
    }
    const ids = made.map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[0] ?? '');
    await deliver(ids[1] ?? '');
    for (const id of ids.slice(2, 5)) await markSending(current(), [id]);
    for (const id of ids.slice(3, 5)) await current().markRefused(id, 'envelope-conflict');
    await current().remove(ids[4] ?? '', removal);
    for (const openingId of ['opening-1', 'opening-2', 'opening-3']) {
      const rows = (await current().countRowsOn(dayOf('2026-11-20'))).filter((row) => row.openingId === openingId);
      expect(await current().openingFigures(dayOf('2026-11-20'), openingId)).toEqual(countFigures(rows));
    }
  });
}
