import type { Day } from '../calendar/day';
import type { ApplicationId } from '../form/application-id';

/** 名簿の一人: no more than check-in and prefilling need. Its place in the roster is the only name it has at rest. */
export interface RosterPerson {
  /** As the group itself counts its people: staff number, ticket number; '' where it does not. */
  readonly number: string;
  /** Exactly as the group wrote it. */
  readonly name: string;
  /** Full-width katakana; '' where the roster has none. */
  readonly kana: string;
  readonly birthDate: Day;
  readonly applicationId: ApplicationId | null;
}

export const rosterLimits = { people: 2000, nameLength: 100, kanaLength: 120, numberLength: 40 } as const;
