import type { PhotoMeasures } from '../../domain/photo/judgement/measures';

/** The measures of a picture without a face. */
export const nothingMeasured: PhotoMeasures = {
  faces: 0,
  secondFaceShare: 0,
  headHeightPx: null,
  cropMarginMm: null,
  yawDegrees: null,
  pitchDegrees: null,
  rollDegrees: null,
  eyeOpening: null,
  eyeContrast: null,
  gaze: null,
  mouthGap: null,
  mouthWidth: null,
  faceLuminance: null,
  eyeWhiteLuminance: null,
  burntOutShare: null,
  lostInBlackShare: null,
  sideDifference: null,
  sharpness: null,
  noise: null,
  backgroundGradient: null,
  backgroundSpread: null,
  eyeRegionLuminance: null,
  headCoveringShare: null,
  faceCoveringShare: null,
};
