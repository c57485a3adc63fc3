import type { PhotoCheck } from '../judgement/checks';

/**
 * Why a photo is kept although a check failed: the official exceptions (facts.md, Photo: O), and the eye of the
 * staff where the measure is wrong. Which of them a municipality offers is configuration.
 */
export const overrideReasons = [
  'religiousCovering',
  'medicalCovering',
  'wigOrBandage',
  'eyepatchOrDarkGlasses',
  'infantOrCannotSit',
  'bedriddenOrParalysis',
  'eyesOrGaze',
  'wheelchairOrTubes',
  'judgedByEye',
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** One decision to keep a photo in spite of failed checks. */
export interface Override {
  readonly checks: readonly PhotoCheck[];
  readonly reason: OverrideReason;
  /** Opaque id of the attendant; null where the resident decided alone. */
  readonly by: string | null;
}
