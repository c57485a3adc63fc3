import { isNameNote, wrongApplicantFields } from '../applicant/applicant';
import { readBraille } from '../applicant/braille';
import { missingOfRepresentative } from '../applicant/representative';
import { readStay } from '../applicant/stay';
import { readText } from '../applicant/written-text';
import type { Day } from '../calendar/day';
import { endsInApplication, hasIdentityCheck } from '../campaign/method';
import type { OfficeRules } from '../campaign/office-rules';
import { needsPhoto } from '../rules/photo-rule';
import { longestContactName, readMail } from './contact';
import type { Draft } from './draft';
import { findBirthDate, findDestination, hasCircumstance, identityOf, kindReasonOf, representedAsOf } from './draft-facts';

/** What an application can lack, in the order of the steps. What exactly, each part's own reading says. */
export const applicationParts = [
  'applicationId',
  'birthDate',
  'method',
  'kindReason',
  'contactName',
  'contactMail',
  'applicant',
  'nameNotes',
  'stay',
  'braille',
  'destination',
  'representative',
  'identity',
  'photo',
] as const;
export type MissingPart = (typeof applicationParts)[number];

type IsMissing = (draft: Draft, day: Day, rules: OfficeRules) => boolean;

const isMissing: Readonly<Record<MissingPart, IsMissing>> = {
  applicationId: ({ applicationId, applicationIdSource }) => !applicationId || !applicationIdSource,
  birthDate: (draft, day) => !findBirthDate(draft, day),
  method: ({ method }) => !endsInApplication(method),
  kindReason: (draft) => draft.kind !== 'first' && !kindReasonOf(draft),
  contactName: ({ contactName }) => readText(contactName, longestContactName).kind === 'invalid',
  contactMail: ({ contactMail }) => readMail(contactMail).kind === 'invalid',
  applicant: ({ applicant }) => wrongApplicantFields(applicant).some((field) => !isNameNote(field)),
  nameNotes: (draft) => hasCircumstance(draft, 'nameNotes') && wrongApplicantFields(draft.applicant).some(isNameNote),
  stay: (draft, day) => hasCircumstance(draft, 'foreignResident') && readStay(draft.stay, day).kind === 'missing',
  braille: (draft) => hasCircumstance(draft, 'braille') && readBraille(draft.braille).kind !== 'text',
  destination: (draft, _day, rules) => hasCircumstance(draft, 'nonResident') && !findDestination(draft, rules),
  representative: (draft, day) => {
    const as = representedAsOf(draft, day);
    return as !== undefined && missingOfRepresentative(draft.representative, as).length > 0;
  },
  identity: (draft, day, rules) => hasIdentityCheck(draft.method) && !identityOf(draft, day, rules).check,
  photo: (draft, day) => {
    const birthDate = findBirthDate(draft, day);
    return birthDate !== undefined && needsPhoto(birthDate, day) && !draft.photo;
  },
};

/** Everything a draft still lacks, in the order of the steps. */
export function missingParts(draft: Draft, day: Day, rules: OfficeRules): readonly MissingPart[] {
  return applicationParts.filter((part) => isMissing[part](draft, day, rules));
}
