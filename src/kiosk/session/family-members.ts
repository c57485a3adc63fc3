import type { Draft } from '../../domain/application/draft';
import type { WizardStep } from '../../domain/application/steps';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { Person } from './person';

/** Somebody of a family whose application was begun and waits, in memory, for its turn. */
export interface WaitingMember extends Person {
  /** Which of the family, from 1, in the order in which they were begun. */
  readonly number: number;
  readonly draft: Draft;
  readonly step: WizardStep;
  readonly cameFromCheck: boolean;
}

/** Somebody of the family whose application is sealed. */
export interface SealedMember {
  readonly number: number;
  readonly receptionNumber: ReceptionNumber;
}

/** One sitting: whoever comes alone is a family of one. */
export interface Family {
  /** Who is on screen, or was sealed last. */
  readonly number: number;
  readonly waiting: readonly WaitingMember[];
  readonly sealed: readonly SealedMember[];
  /** What the next of the family starts with; there once one of them is sealed. */
  readonly shared: Draft | undefined;
}

export const alone: Family = { number: 1, waiting: [], sealed: [], shared: undefined };

/** How many of the family have come so far. */
export function familySize({ number, waiting, sealed }: Family): number {
  return Math.max(number, ...waiting.map((member) => member.number), ...sealed.map((member) => member.number));
}

/** Who is set aside. Of their photos only the accepted one stays: what the others were cut from is gone by then. */
export function withoutOpenShots(person: Person): Person {
  const { draft, shots } = person;
  const settled = shots.filter(({ take }) => take.bytes === draft?.photo?.bytes);
  return { ...person, shots: settled.map((shot) => ({ ...shot, isSettled: true })) };
}
