import type { PhotoCheck } from '../judgement/checks';
import type { OverrideReason } from './override';

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
