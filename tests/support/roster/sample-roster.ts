import { dayOf } from '../../../src/domain/calendar/day';
import { parseApplicationId } from '../../../src/domain/form/application-id';
import type { RosterDocument } from '../../../src/protocol/roster/roster-document';

const idOf = (index: number) => parseApplicationId(String(index).padStart(23, '7')) ?? null;

/** A group of invented people. */
export function sampleRoster(openingId = 'opening-1', people = 3): RosterDocument {
  return {
    schema: 'madoguchi-roster',
    schemaVersion: 1,
    openingId,
    people: Array.from({ length: people }, (_, index) => ({
      number: `S-${String(index + 1).padStart(3, '0')}`,
      name: `髙見本 﨑${'一二三四五六七八九十'.charAt(index % 10)}郎`,
      kana: `タカミホン サキ${'アイウエオカキクケコ'.charAt(index % 10)}ロウ`,
      birthDate: dayOf(`19${String(50 + (index % 50))}-03-21`),
      applicationId: index % 2 === 0 ? idOf(index) : null,
    })),
  };
}
