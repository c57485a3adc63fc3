import { addDays, type Day } from '../calendar/day';
import { cardValidity } from './card-validity';
import { canHaveCertificate } from './certificate-rule';
import { needsPhoto } from './photo-rule';
import { needsRepresentative } from './representative-rule';

/** What another day can change for the same person. */
export const ruleAnswers = ['photo', 'representative', 'signatureCertificate', 'cardYears', 'stay'] as const;
export type RuleAnswer = (typeof ruleAnswers)[number];

/** A day on which the rules begin to say something else of a person, and of what. */
export interface Border {
  readonly on: Day;
  readonly inDays: number;
  readonly changes: readonly RuleAnswer[];
}

export interface BorderFacts {
  readonly birthDate: Day;
  /** Last day of a limited stay. */
  readonly stayEndsOn?: Day | null;
  readonly isAdultWard?: boolean;
}

/** In how many days the office usually has filed what a tablet seals; a municipality may say otherwise. */
export const usualFilingDays = 14;

/**
 * The borders a person crosses within the next `days` days: the office files later than the tablet seals, so what
 * is right today may be wrong then (a baby about to turn one). Asked of the rules themselves, day by day, so that
 * no birthday, leap day or day a rule changes is written down twice.
 */
export function bordersWithin(days: number, facts: BorderFacts, day: Day): readonly Border[] {
  const coming = Array.from({ length: Math.max(0, days) }, (_, index) => index + 1);
  return coming.flatMap((inDays): Border[] => {
    const on = addDays(day, inDays);
    const [before, after] = [answersOn(facts, addDays(on, -1)), answersOn(facts, on)];
    const changes = ruleAnswers.filter((answer) => before[answer] !== after[answer]);
    return changes.length > 0 ? [{ on, inDays, changes }] : [];
  });
}

function answersOn({ birthDate, stayEndsOn, isAdultWard = false }: BorderFacts, day: Day): Record<RuleAnswer, unknown> {
  return {
    photo: needsPhoto(birthDate, day),
    representative: needsRepresentative(birthDate, day, isAdultWard),
    signatureCertificate: canHaveCertificate('signature', birthDate, day, { isAdultWard, isFaceAuthentication: false }),
    cardYears: cardValidity(birthDate, day).birthdays,
    stay: stayEndsOn ? stayEndsOn < day : false,
  };
}
