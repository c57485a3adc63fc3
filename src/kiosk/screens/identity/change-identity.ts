import type { Condition, ConditionAnswers } from '../../../domain/identity/conditions';
import type { IdentityEntry } from '../../../domain/identity/identity-entry';
import type { Paper } from '../../../domain/identity/papers';
import { changeDraft, useSession } from '../../session/session-store';

const change = (changed: (identity: IdentityEntry) => Partial<IdentityEntry>): void => {
  const { draft } = useSession.getState();
  if (draft) changeDraft({ identity: { ...draft.identity, ...changed(draft.identity) } });
};

/** A kind of document was shown, or was touched by mistake. */
export function setDocument(id: string, isShown: boolean): void {
  change(({ documents }) => ({ documents: withOrWithout(documents, id, isShown) }));
}

export function setPaper(paper: Paper, isReceived: boolean): void {
  change(({ papers }) => ({ papers: withOrWithout(papers, paper, isReceived) }));
}

export function setExtraCheck(isExtraCheckDone: boolean): void {
  change(() => ({ isExtraCheckDone }));
}

/**
 * Answers conditions. Where somebody lives is also a circumstance of the application, which decides to whom it goes:
 * the two never say different things.
 */
export function answerConditions(answers: ConditionAnswers): void {
  change((identity) => ({ answers: { ...identity.answers, ...answers } }));
  const { draft } = useSession.getState();
  if (!draft || answers.residentHere === undefined) return;
  changeDraft({ circumstances: withOrWithout(draft.circumstances, 'nonResident', !answers.residentHere) });
}

export function answerCondition(condition: Condition, answer: boolean): void {
  answerConditions({ [condition]: answer });
}

function withOrWithout<Item>(items: readonly Item[], item: Item, isWanted: boolean): readonly Item[] {
  const others = items.filter((other) => other !== item);
  return isWanted ? [...others, item] : others;
}
