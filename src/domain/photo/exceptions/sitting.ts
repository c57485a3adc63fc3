import type { PhotoCheck } from '../judgement/checks';

/**
 * How somebody sits for the photo (facts.md, Photo, exceptions: O): `seated`; `lying`: infants and people who
 * cannot sit, on a plain light sheet, from above; `wheelchair`: chair or tubes may show; `headCovering`: worn for
 * religious or medical reasons, the outline of the face shows; `eyeCondition`: eyes that cannot open, an eyepatch,
 * dark glasses, a gaze that cannot be fixed.
 */
export const sittings = ['seated', 'lying', 'wheelchair', 'headCovering', 'eyeCondition'] as const;
export type Sitting = (typeof sittings)[number];

const waivedChecks: Readonly<Record<Sitting, readonly PhotoCheck[]>> = {
  seated: [],
  lying: ['yaw', 'pitch', 'gaze', 'eyesOpen', 'mouthClosed', 'neutralExpression'],
  wheelchair: ['plainBackground'],
  headCovering: ['headCovering'],
  eyeCondition: ['eyesOpen', 'gaze', 'darkGlasses'],
};

/** Whether a check is not asked of somebody sitting so. */
export function isWaived(check: PhotoCheck, sitting: Sitting): boolean {
  return waivedChecks[sitting].includes(check);
}
