import type { Day } from '../calendar/day';
import type { Channel } from '../campaign/channel';
import { hasIdentityCheck, type Method, methodsFor } from '../campaign/method';
import { needsPhoto } from '../rules/photo-rule';
import { askedCircumstances } from './circumstance';
import type { Draft } from './draft';
import { findBirthDate, hasCircumstance, representedAsOf } from './draft-facts';
import type { MissingPart } from './missing-parts';

/** Every step an application can have, in order. */
export const applicationSteps = ['form', 'person', 'choices', 'details', 'representative', 'identity', 'photo', 'check'] as const;
type ApplicationStep = (typeof applicationSteps)[number];

/** The steps that have a screen. What only other steps ask for is not demanded. */
export const wizardSteps = [
  'form',
  'person',
  'choices',
  'identity',
  'photo',
  'check',
] as const satisfies readonly ApplicationStep[];
export type WizardStep = (typeof wizardSteps)[number];

interface StepRule {
  readonly parts: readonly MissingPart[];
  /** Left out: everybody has this step. */
  readonly isFor?: (draft: Draft, day: Day) => boolean;
}

/** An adult with a form and no special case meets only the steps that are for everybody. */
export const stepRules: Readonly<Record<ApplicationStep, StepRule>> = {
  form: { parts: ['applicationId'] },
  person: { parts: ['birthDate'] },
  choices: { parts: ['method', 'kindReason', 'contactName', 'contactMail'] },
  details: {
    parts: ['applicant', 'stay', 'braille', 'destination'],
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

/** The steps this applicant goes through. */
export function stepsOf<Step extends ApplicationStep>(steps: readonly Step[], draft: Draft, day: Day): readonly Step[] {
  return steps.filter((step) => stepRules[step].isFor?.(draft, day) ?? true);
}

/** Whether a screen asks for a part. */
export function isPartAsked(part: MissingPart): boolean {
  return wizardSteps.some((step) => stepRules[step].parts.includes(part));
}

/** The methods to choose from: of the channel's, those that this wizard can run whole. */
export function offeredMethods(channel: Channel): readonly Method[] {
  const isIdentityAsked = isPartAsked('identity');
  return methodsFor(channel).filter((method) => isIdentityAsked || !hasIdentityCheck(method));
}
