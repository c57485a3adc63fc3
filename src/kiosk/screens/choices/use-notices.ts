import { findBirthDate, findForeignResident, hasCircumstance, kindReasonOf } from '../../../domain/application/draft-facts';
import { type Notice, noticesFor } from '../../../domain/application/notices';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';

/** What the person on screen should be told, as far as the application knows by now. */
export function useNotices(): readonly Notice[] {
  const { draft, opening } = useSession();
  const { filingDays } = useOfficeRules();
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate) return [];
  const facts = {
    birthDate,
    stayEndsOn: findForeignResident(draft, opening.day)?.stayEndsOn ?? null,
    isAdultWard: hasCircumstance(draft, 'adultWard'),
    kind: draft.kind,
    kindReason: kindReasonOf(draft),
    isFromAbroad: hasCircumstance(draft, 'fromAbroad'),
  };
  return noticesFor(facts, opening.day, filingDays);
}
