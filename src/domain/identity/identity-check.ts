import type { IdentityEntry } from './identity-entry';
import { type CombinationReading, judgeCombinations, type Shown } from './combinations';
import { type Condition, type ConditionReading, judgeConditions } from './conditions';
import {
  type Combination,
  type DocumentGroup,
  type GroupCounts,
  type IdentityDocument,
  usualCombinations,
  usualDocuments,
} from './documents';
import { neededPapers, type Paper, paperGroups } from './papers';

/** What a municipality decides about identity checks. */
export interface IdentityRules {
  readonly documents: readonly IdentityDocument[];
  readonly combinations: readonly Combination[];
  /** Papers to be handed in with every application whose card is mailed. */
  readonly neededPapers: readonly Paper[];
}

export const defaultIdentityRules: IdentityRules = {
  documents: usualDocuments,
  combinations: usualCombinations,
  neededPapers: ['pinRequest'],
};

/** A completed check. Who checked is known to the tablet, not to the check. */
export interface IdentityCheck {
  readonly documents: readonly IdentityDocument[];
  readonly combination: string;
  readonly isExtraCheckDone: boolean;
  readonly papers: readonly Paper[];
  readonly answers: Readonly<Record<Condition, boolean>>;
}

export interface IdentityReading {
  readonly documents: CombinationReading;
  readonly missingPapers: readonly Paper[];
  readonly conditions: ConditionReading;
  /** There once nothing is missing any more. */
  readonly check: IdentityCheck | undefined;
}

/** What of the application bears on its identity check. */
export interface CheckedApplication {
  readonly isFaceAuthentication: boolean;
  /** The card is mailed by another municipality, the resident's own. */
  readonly isMailedElsewhere: boolean;
}

/** Reads an identity check: what is satisfied, what is still missing, what an answer means for the method. */
export function readIdentity(entry: IdentityEntry, rules: IdentityRules, application: CheckedApplication): IdentityReading {
  const shown = shownDocuments(entry, rules);
  const documents = judgeCombinations(shownOf(entry, shown), rules.combinations);
  const needed = neededPapers(rules.neededPapers, application.isFaceAuthentication);
  const missingPapers = needed.filter((paper) => !entry.papers.includes(paper));
  const conditions = judgeConditions(entry.answers, application.isMailedElsewhere);
  const isWhole = documents.kind === 'satisfied' && missingPapers.length === 0 && conditions.kind === 'proceed';
  return { documents, missingPapers, conditions, check: isWhole ? checkOf(entry, shown, documents.combination) : undefined };
}

function shownDocuments(entry: IdentityEntry, rules: IdentityRules): readonly IdentityDocument[] {
  return entry.documents.flatMap((id) => rules.documents.find((document) => document.id === id) ?? []);
}

function shownOf({ papers, isExtraCheckDone }: IdentityEntry, documents: readonly IdentityDocument[]): Shown {
  const groups = [...documents.map(({ group }) => group), ...papers.flatMap((paper) => paperGroups[paper] ?? [])];
  const counts: Partial<Record<DocumentGroup, number>> = {};
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  return { counts: counts satisfies GroupCounts, isExtraCheckDone };
}

function checkOf(entry: IdentityEntry, documents: readonly IdentityDocument[], combination: Combination): IdentityCheck {
  const { isExtraCheckDone, papers, answers } = entry;
  const answerTo = (condition: Condition): boolean => answers[condition] ?? false;
  return {
    documents,
    combination: combination.id,
    isExtraCheckDone,
    papers,
    answers: {
      inPerson: answerTo('inPerson'),
      residentHere: answerTo('residentHere'),
      movesAway: answerTo('movesAway'),
      changesHere: answerTo('changesHere'),
      forwardsMail: answerTo('forwardsMail'),
    },
  };
}
