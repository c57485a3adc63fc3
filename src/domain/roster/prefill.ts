import type { Draft } from '../application/draft';
import { partsOf } from '../calendar/day';
import { findEraDate } from '../calendar/era';
import type { RosterPerson } from './roster';

/** What the roster already knows of an application, in the shape in which it would have been typed. */
export function prefillOf(draft: Draft, { name, kana, birthDate, applicationId }: RosterPerson): Partial<Draft> {
  const { year, month, day } = partsOf(birthDate);
  const era = findEraDate(birthDate);
  const birthDigits = `${era ? two(era.eraYear) : String(year)}${two(month)}${two(day)}`;
  // The form in hand counts: only where none was read does the roster's ID stand in.
  const id = draft.applicationId || !applicationId ? {} : ({ applicationId, applicationIdSource: 'roster' } as const);
  return { ...id, birthCalendar: era?.era ?? 'western', birthDigits, applicant: { ...draft.applicant, name, kana } };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
