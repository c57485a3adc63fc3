import type { Circumstance } from '../../domain/application/circumstance';
import { changeDraft, useSession } from './session-store';

/**
 * Notes what makes this application other than the usual one. Where somebody lives is asked by the identity check too:
 * the two never say different things.
 */
export function tellCircumstance(circumstance: Circumstance, isTold: boolean): void {
  const { draft } = useSession.getState();
  if (!draft) return;
  const others = draft.circumstances.filter((told) => told !== circumstance);
  const { answers } = draft.identity;
  const isAnsweredElsewhere = circumstance === 'nonResident' && answers.residentHere !== undefined;
  changeDraft({
    circumstances: isTold ? [...others, circumstance] : others,
    ...(isAnsweredElsewhere ? { identity: { ...draft.identity, answers: { ...answers, residentHere: !isTold } } } : {}),
  });
}
