import type { Day } from '../calendar/day';
import { needsPhoto } from '../rules/photo-rule';
import { findBirthDate, type MissingPart, readApplication } from './application';
import type { Draft } from './draft';

/**
 *   form ─▶ person ─▶ choices ─▶ photo ─▶ check ─▶ (seal)
 *                            └── under one ──┘
 * Back goes one step the other way and keeps everything. A step opened from *check* returns there.
 */
export const wizardSteps = ['form', 'person', 'choices', 'photo', 'check'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const stepOfPart: Readonly<Record<MissingPart, WizardStep>> = {
  applicationId: 'form',
  birthDate: 'person',
  method: 'choices',
  contactMail: 'choices',
  photo: 'photo',
};

/** The steps this applicant goes through: no camera for those whose card carries no photo. */
export function stepsFor(draft: Draft, day: Day): readonly WizardStep[] {
  const birthDate = findBirthDate(draft, day);
  const hasPhotoStep = birthDate === undefined || needsPhoto(birthDate, day);
  return wizardSteps.filter((step) => step !== 'photo' || hasPhotoStep);
}

/** Whether nothing on this step is missing or wrong. */
export function isStepDone(draft: Draft, day: Day, step: WizardStep): boolean {
  const reading = readApplication(draft, day);
  return reading.kind === 'complete' || !reading.parts.some((part) => stepOfPart[part] === step);
}

/** The step after this one, or the first before *check* that still lacks something. */
export function nextStep(draft: Draft, day: Day, step: WizardStep, cameFromCheck: boolean): WizardStep {
  if (!isStepDone(draft, day, step)) return step;
  const steps = stepsFor(draft, day);
  const open = steps.find((candidate) => !isStepDone(draft, day, candidate));
  const following = steps.find((candidate) => positionOf(candidate) > positionOf(step));
  if (cameFromCheck || following === undefined || following === 'check') return open ?? 'check';
  return following;
}

/** The step before this one; undefined on the first, where going back leaves the application. */
export function previousStep(draft: Draft, day: Day, step: WizardStep): WizardStep | undefined {
  return stepsFor(draft, day).findLast((candidate) => positionOf(candidate) < positionOf(step));
}

/** Place among all steps, so that a step which this applicant skips still has a before and an after. */
function positionOf(step: WizardStep): number {
  return wizardSteps.indexOf(step);
}
