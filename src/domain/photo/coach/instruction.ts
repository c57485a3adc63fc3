import { cutForHead } from '../crop/face-cut';
import { cutCorners, cutHeightPx } from '../crop/photo-cut';
import { headInPrint } from '../crop/face-cut';
import type { CheckResult, PhotoCheck } from '../judgement/checks';
import type { HeadPlace, PhotoMeasures, PictureAnalysis } from '../judgement/measures';
import type { PhotoThresholds } from '../judgement/thresholds';
import { photoLimits, type PixelSize } from '../photo-limits';

/**
 * What to do next, one thing at a time. Sides are those of the screen as its viewer sees it: of a mirrored
 * preview the viewer's own, as before a mirror.
 */
export const instructions = [
  'showFace',
  'onePersonOnly',
  'comeCloser',
  'otherCamera',
  'stepBack',
  'moveLeft',
  'moveRight',
  'cameraUp',
  'cameraDown',
  'tiltLeft',
  'tiltRight',
  'turnLeft',
  'turnRight',
  'chinUp',
  'chinDown',
  'removeDarkGlasses',
  'uncoverHead',
  'uncoverFace',
  'openEyes',
  'closeMouth',
  'moreLight',
  'lessLight',
  'lightFromFront',
  'avoidGlare',
  'holdStill',
  'plainWall',
  'hold',
] as const;
export type Instruction = (typeof instructions)[number];

/** The first check that failed says what to do; `hold` where none did. */
export function instructionFor(
  results: readonly CheckResult[],
  analysis: PictureAnalysis,
  thresholds: PhotoThresholds,
  isMirrored: boolean,
): Instruction {
  const failed = results.find(({ verdict }) => verdict === 'failed');
  if (!failed) return 'hold';
  const instruction = remedies[failed.check](analysis, thresholds);
  return isMirrored ? (otherSide[instruction] ?? instruction) : instruction;
}

type Remedy = (analysis: PictureAnalysis, thresholds: PhotoThresholds) => Instruction;

const remedies: Readonly<Record<PhotoCheck, Remedy>> = {
  face: () => 'showFace',
  oneFace: () => 'onePersonOnly',
  size: ({ frame }, { leastHeadHeightPx }) => (largestHeadPx(frame) < leastHeadHeightPx ? 'otherCamera' : 'comeCloser'),
  position: ({ frame, head, measures }) => (head ? whereToMove(frame, head, measures) : 'stepBack'),
  roll: ({ measures: { rollDegrees } }) => ((rollDegrees ?? 0) > 0 ? 'tiltRight' : 'tiltLeft'),
  yaw: ({ measures: { yawDegrees } }) => ((yawDegrees ?? 0) > 0 ? 'turnLeft' : 'turnRight'),
  pitch: ({ measures: { pitchDegrees } }) => ((pitchDegrees ?? 0) > 0 ? 'chinUp' : 'chinDown'),
  darkGlasses: () => 'removeDarkGlasses',
  headCovering: () => 'uncoverHead',
  bareFace: () => 'uncoverFace',
  eyesOpen: () => 'openEyes',
  gaze: () => 'hold',
  mouthClosed: () => 'closeMouth',
  neutralExpression: () => 'hold',
  brightness: ({ measures: { faceLuminance, burntOutShare } }, { mostFaceLuminance, mostBurntOutShare }) =>
    (faceLuminance ?? 0) > mostFaceLuminance || (burntOutShare ?? 0) > mostBurntOutShare ? 'lessLight' : 'moreLight',
  evenLight: () => 'lightFromFront',
  glare: () => 'avoidGlare',
  sharpness: () => 'holdStill',
  noise: () => 'moreLight',
  plainBackground: () => 'plainWall',
};

const otherSide: Partial<Readonly<Record<Instruction, Instruction>>> = {
  moveLeft: 'moveRight',
  moveRight: 'moveLeft',
  tiltLeft: 'tiltRight',
  tiltRight: 'tiltLeft',
  turnLeft: 'turnRight',
  turnRight: 'turnLeft',
};

/** Crown to chin of the largest head whose whole photo still fits into the frame. */
function largestHeadPx(frame: PixelSize): number {
  return Math.min(frame.width / photoLimits.widthMm, frame.height / photoLimits.heightMm) * headInPrint.heightMm;
}

function whereToMove(frame: PixelSize, head: HeadPlace, { rollDegrees }: PhotoMeasures): Instruction {
  const cut = cutForHead(head, rollDegrees ?? 0);
  if (cut.widthPx > frame.width || cutHeightPx(cut) > frame.height) return 'stepBack';
  const corners = cutCorners(cut);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const beyond = [
    { px: -Math.min(...xs), instruction: 'moveRight' },
    { px: Math.max(...xs) - frame.width, instruction: 'moveLeft' },
    { px: -Math.min(...ys), instruction: 'cameraUp' },
    { px: Math.max(...ys) - frame.height, instruction: 'cameraDown' },
  ] as const;
  return beyond.reduce((worst, side) => (side.px > worst.px ? side : worst)).instruction;
}
