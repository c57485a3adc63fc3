import { isWaived, type Sitting } from '../exceptions/sitting';
import { type CheckResult, type CheckVerdict, type PhotoCheck, photoChecks } from './checks';
import type { PhotoMeasures } from './measures';
import { defaultThresholds, type PhotoThresholds } from './thresholds';

/** Judges a picture by its measures: one verdict for each check, in the order of the checks. */
export function judgePicture(
  measures: PhotoMeasures,
  thresholds: PhotoThresholds = defaultThresholds,
  sitting: Sitting = 'seated',
): readonly CheckResult[] {
  return photoChecks.map((check) => {
    const passes = rules[check](measures, thresholds);
    return { check, verdict: verdictOf(check, passes, sitting) };
  });
}

/** Checks whose failure is told but refuses nothing. */
const adviceOnly: readonly PhotoCheck[] = ['gaze', 'neutralExpression'];

function verdictOf(check: PhotoCheck, passes: boolean | null, sitting: Sitting): CheckVerdict {
  if (isWaived(check, sitting)) return 'waived';
  if (passes === null) return 'notChecked';
  if (passes) return 'passed';
  return adviceOnly.includes(check) ? 'advised' : 'failed';
}

/** Whether a check passes; null where its measure is missing or means nothing on such a picture. */
type Rule = (measures: PhotoMeasures, thresholds: PhotoThresholds) => boolean | null;

const rules: Readonly<Record<PhotoCheck, Rule>> = {
  face: ({ faces }) => faces > 0,
  oneFace: ({ faces, secondFaceShare }, { mostSecondFaceShare }) => (faces === 0 ? null : secondFaceShare < mostSecondFaceShare),
  size: ({ headHeightPx }, { leastHeadHeightPx }) => atLeast(headHeightPx, leastHeadHeightPx),
  position: ({ cropMarginMm }, { leastCropMarginMm }) => atLeast(cropMarginMm, leastCropMarginMm),
  roll: ({ rollDegrees }, { mostRollDegrees }) => within(rollDegrees, mostRollDegrees),
  yaw: ({ yawDegrees }, { mostYawDegrees }) => within(yawDegrees, mostYawDegrees),
  pitch: ({ pitchDegrees }, { mostPitchDegrees }) => within(pitchDegrees, mostPitchDegrees),
  darkGlasses: ({ eyeRegionLuminance }, { leastEyeRegionLuminance }) => atLeast(eyeRegionLuminance, leastEyeRegionLuminance),
  headCovering: ({ headCoveringShare }, { mostHeadCoveringShare }) => within(headCoveringShare, mostHeadCoveringShare),
  bareFace: ({ faceCoveringShare }, { mostFaceCoveringShare }) => within(faceCoveringShare, mostFaceCoveringShare),
  eyesOpen: ({ eyeOpening, eyeContrast }, { leastEyeOpening, leastEyeContrast }) =>
    both(atLeast(eyeOpening, leastEyeOpening), atLeast(eyeContrast, leastEyeContrast)),
  gaze: ({ gaze }, { mostGaze }) => within(gaze, mostGaze),
  mouthClosed: ({ mouthGap }, { mostMouthGap }) => within(mouthGap, mostMouthGap),
  neutralExpression: ({ mouthWidth }, { mostMouthWidth }) => within(mouthWidth, mostMouthWidth),
  brightness: isBrightEnough,
  evenLight: isEvenlyLit,
  glare: ({ burntOutShare }, { mostGlareShare }) => within(burntOutShare, mostGlareShare),
  sharpness: ({ sharpness }, { leastSharpness }) => atLeast(sharpness, leastSharpness),
  noise: ({ noise }, { mostNoise }) => within(noise, mostNoise),
  plainBackground: ({ backgroundGradient, backgroundSpread }, { mostBackgroundGradient, mostBackgroundSpread }) =>
    both(within(backgroundGradient, mostBackgroundGradient), within(backgroundSpread, mostBackgroundSpread)),
};

function isBrightEnough(
  { faceLuminance, eyeWhiteLuminance, burntOutShare }: PhotoMeasures,
  { leastLight, mostFaceLuminance, mostBurntOutShare }: PhotoThresholds,
): boolean | null {
  if (faceLuminance === null || eyeWhiteLuminance === null) return null;
  const isTooBright = faceLuminance > mostFaceLuminance || (burntOutShare ?? 0) > mostBurntOutShare;
  return !isTooBright && faceLuminance + eyeWhiteLuminance / 2 >= leastLight;
}

/** On a turned head the cheeks differ by themselves. */
function isEvenlyLit(
  { sideDifference, yawDegrees }: PhotoMeasures,
  { mostSideDifference, mostYawDegrees }: PhotoThresholds,
): boolean | null {
  if (within(yawDegrees, mostYawDegrees) !== true) return null;
  return within(sideDifference, mostSideDifference);
}

function atLeast(measure: number | null, least: number): boolean | null {
  return measure === null ? null : measure >= least;
}

/** Whether a measure lies between −most and most. */
function within(measure: number | null, most: number): boolean | null {
  return measure === null ? null : Math.abs(measure) <= most;
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

export function failedChecks(results: readonly CheckResult[]): readonly PhotoCheck[] {
  return results.filter(({ verdict }) => verdict === 'failed').map(({ check }) => check);
}
