import { expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { openingsOn } from '../../../src/domain/campaign/opening';

it('lists the openings of a day in the order of the office', () => {
  const opening = (id: string, day: string) => ({ id, day: dayOf(day) });
  const openings = [opening('b', '2026-11-20'), opening('c', '2026-11-21'), opening('a', '2026-11-20')];
  expect(openingsOn(openings, dayOf('2026-11-20')).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(openingsOn(openings, dayOf('2026-11-22'))).toEqual([]);
});
