/**
 * The checks of an ID photo, in the order in which a person can put them right: nobody is told of the light
 * before there is a face, nor of the background before the head is straight.
 */
export const photoChecks = [
  'face',
  'oneFace',
  'size',
  'position',
  'roll',
  'yaw',
  'pitch',
  'darkGlasses',
  'headCovering',
  'bareFace',
  'eyesOpen',
  'gaze',
  'mouthClosed',
  'neutralExpression',
  'brightness',
  'evenLight',
  'glare',
  'sharpness',
  'noise',
  'plainBackground',
] as const;
export type PhotoCheck = (typeof photoChecks)[number];

/**
 * How one check went. `advised`: not as it should be, yet no reason to refuse the photo. `notChecked`: it could
 * not be measured. `waived`: the sitting does not ask for it.
 */
export type CheckVerdict = 'passed' | 'failed' | 'advised' | 'notChecked' | 'waived';

export interface CheckResult {
  readonly check: PhotoCheck;
  readonly verdict: CheckVerdict;
}
