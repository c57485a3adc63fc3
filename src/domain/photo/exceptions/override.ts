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

const usualChecks: Readonly<Record<OverrideReason, readonly PhotoCheck[]>> = {
  religiousCovering: ['headCovering', 'evenLight'],
  medicalCovering: ['headCovering', 'bareFace', 'evenLight'],
  wigOrBandage: ['headCovering', 'bareFace', 'face', 'evenLight'],
  eyepatchOrDarkGlasses: ['darkGlasses', 'eyesOpen', 'gaze'],
  infantOrCannotSit: ['position', 'size', 'roll', 'yaw', 'pitch', 'eyesOpen', 'mouthClosed', 'neutralExpression', 'gaze'],
  bedriddenOrParalysis: ['roll', 'yaw', 'pitch', 'mouthClosed', 'neutralExpression', 'eyesOpen'],
  eyesOrGaze: ['eyesOpen', 'gaze'],
  wheelchairOrTubes: ['plainBackground', 'oneFace', 'mouthClosed', 'bareFace'],
  judgedByEye: [],
};

/** The reasons offered for these checks: those that usually explain one of them first. None is ever ruled out. */
export function reasonsFor(checks: readonly PhotoCheck[], offered: readonly OverrideReason[]): readonly OverrideReason[] {
  const explains = (reason: OverrideReason): boolean => usualChecks[reason].some((check) => checks.includes(check));
  return [...offered.filter(explains), ...offered.filter((reason) => !explains(reason))];
}

/** One decision to keep a photo in spite of failed checks. */
export interface Override {
  readonly checks: readonly PhotoCheck[];
  readonly reason: OverrideReason;
  /** Opaque id of the attendant; null where the resident decided alone. */
  readonly by: string | null;
}
