import type { Day } from '../calendar/day';
import { defaultOfficeRules, type OfficeRules } from '../campaign/office-rules';
import { readApplication } from './application';
import type { Draft } from './draft';
import { stepRules, stepsFor, type WizardStep, wizardSteps } from './steps';

/*
 *   form ─▶ person ─▶ choices ─▶ details ─▶ representative ─▶ identity ─▶ photo ─▶ check ─▶ (seal)
 *
 * Who goes through which, `stepRules` says. Back goes one step the other way and keeps everything. A step opened from
 * *check* returns there.
 */

/** Whether nothing on this step is missing or wrong. */
export function isStepDone(draft: Draft, day: Day, step: WizardStep, rules: OfficeRules = defaultOfficeRules): boolean {
  const reading = readApplication(draft, day, rules);
  return reading.kind === 'complete' || !reading.parts.some((part) => stepRules[step].parts.includes(part));
}

/** Where somebody is in the wizard. */
export interface StepPlace {
  readonly step: WizardStep;
  /** The step was opened from *check*. */
  readonly cameFromCheck: boolean;
}

/** The step after this one, or the first before *check* that still lacks something. */
export function nextStep(draft: Draft, day: Day, at: StepPlace, rules: OfficeRules = defaultOfficeRules): WizardStep {
  const { step, cameFromCheck } = at;
  if (!isStepDone(draft, day, step, rules)) return step;
  const steps = stepsFor(draft, day);
  const open = steps.find((candidate) => !isStepDone(draft, day, candidate, rules));
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
