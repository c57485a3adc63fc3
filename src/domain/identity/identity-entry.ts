import type { ConditionAnswers } from './conditions';
import type { Paper } from './papers';

/** An identity check as tapped so far. Numbers of documents are never asked. */
export interface IdentityEntry {
  /** Ids of the kinds shown; one kind may be shown twice (two passports of two countries). */
  readonly documents: readonly string[];
  readonly isExtraCheckDone: boolean;
  readonly papers: readonly Paper[];
  readonly answers: ConditionAnswers;
}

export const emptyIdentity: IdentityEntry = { documents: [], isExtraCheckDone: false, papers: [], answers: {} };
