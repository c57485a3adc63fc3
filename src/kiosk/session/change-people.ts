import type { ApplicantEntry } from '../../domain/applicant/applicant-entry';
import type { RepresentativeEntry } from '../../domain/applicant/representative-entry';
import { changeDraft, useSession } from './session-store';

/** What was typed about the applicant. */
export function changeApplicant(change: Partial<ApplicantEntry>): void {
  const { draft } = useSession.getState();
  if (draft) changeDraft({ applicant: { ...draft.applicant, ...change } });
}

/** What was typed or tapped about the representative. */
export function changeRepresentative(change: Partial<RepresentativeEntry>): void {
  const { draft } = useSession.getState();
  if (draft) changeDraft({ representative: { ...draft.representative, ...change } });
}
