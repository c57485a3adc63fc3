import type { Day } from '../calendar/day';
import type { ReceptionNumber } from '../submission/reception-number';

/**
 * Why an application is taken although one with the same application ID was taken before. A closed list: free text
 * would end up holding names. `askedByOffice`: most second applications mend a photo that was refused.
 */
export const duplicateReasons = [
  'askedByOffice',
  'photoAgain',
  'contentsCorrected',
  'earlierWithdrawn',
  'otherPersonsForm',
  'earlierUncertain',
  'checkedByStaff',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An application with the same application ID: when and where it was taken, and under which number. Never whose. */
export interface EarlierApplication {
  readonly envelopeId: string;
  readonly receptionNumber: ReceptionNumber;
  readonly openingId: string;
  readonly day: Day;
  /** By the clock of the tablet that sealed it. */
  readonly sealedAtMs: number;
  readonly isOfThisTablet: boolean;
}

/** What travels with an application that is taken all the same. */
export interface Duplicate {
  readonly reason: DuplicateReason;
  /** Numbers of those that were known, newest first. */
  readonly earlier: readonly ReceptionNumber[];
}

/** More of them than this say nothing more. */
export const mostEarlierApplications = 20;

/** What is sealed with an application that is taken again, where it is one and a reason was given. */
export function findDuplicate(
  earlier: readonly EarlierApplication[],
  reason: DuplicateReason | undefined,
): Duplicate | undefined {
  const numbers = earlier.slice(0, mostEarlierApplications).map(({ receptionNumber }) => receptionNumber);
  return reason && numbers.length > 0 ? { reason, earlier: numbers } : undefined;
}

/** Those known from two sides as one list: newest first, each once, as this tablet knows it where it does. */
export function mergeEarlier(
  known: readonly EarlierApplication[],
  further: readonly EarlierApplication[],
): readonly EarlierApplication[] {
  const ownLast = [...known, ...further].sort((left, right) => Number(left.isOfThisTablet) - Number(right.isOfThisTablet));
  const byEnvelope = new Map(ownLast.map((earlier) => [earlier.envelopeId, earlier]));
  return [...byEnvelope.values()].sort((left, right) => right.sealedAtMs - left.sealedAtMs);
}
