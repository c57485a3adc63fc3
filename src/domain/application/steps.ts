import type { Day } from '../calendar/day';
import { hasIdentityCheck } from '../campaign/method';
import { needsPhoto } from '../rules/photo-rule';
import { askedCircumstances } from './circumstance';
import type { Draft } from './draft';
import { findBirthDate, hasCircumstance, representedAsOf } from './draft-facts';
import type { MissingPart } from './missing-parts';

/** Every step an application can have, in order. */
export const wizardSteps = ['form', 'person', 'choices', 'details', 'representative', 'identity', 'photo', 'check'] as const;
export type WizardStep = (typeof wizardSteps)[number];

interface StepRule {
  readonly parts: readonly MissingPart[];
  /** Left out: everybody has this step. */
  readonly isFor?: (draft: Draft, day: Day) => boolean;
}

/** An adult with a form and no special case meets only the steps that are for everybody. */
export const stepRules: Readonly<Record<WizardStep, StepRule>> = {
  form: { parts: ['applicationId'] },
  person: { parts: ['birthDate'] },
  choices: { parts: ['method', 'kindReason', 'contactName', 'contactMail', 'applicant'] },
  details: {
    parts: ['nameNotes', 'stay', 'braille', 'destination'],
    isFor: (draft) => askedCircumstances.some((circumstance) => hasCircumstance(draft, circumstance)),
  },
  representative: { parts: ['representative'], isFor: (draft, day) => representedAsOf(draft, day) !== undefined },
  identity: { parts: ['identity'], isFor: ({ method }) => hasIdentityCheck(method) },
  photo: {
    parts: ['photo'],
    isFor: (draft, day) => {
      const birthDate = findBirthDate(draft, day);
      return birthDate === undefined || needsPhoto(birthDate, day);
    },
  },
  check: { parts: [] },
};

/** The steps this applicant goes through: no camera for those whose card carries no photo. */
export function stepsFor(draft: Draft, day: Day): readonly WizardStep[] {
  return wizardSteps.filter((step) => stepRules[step].isFor?.(draft, day) ?? true);
}
