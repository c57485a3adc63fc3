import { cutForHead } from '../../domain/photo/crop/face-cut';
import { cutMarginPx, pixelsPerMm } from '../../domain/photo/crop/photo-cut';
import type { HeadPlace, PhotoMeasures, PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import { mark } from './face/canonical-points';
import { distance, drawFaceView, type FaceFrame, faceFrameOf } from './face/face-view';
import { findHead, type FoundHead } from './face/head-place';
import { type HeadPose, headPoseOf, nodOf } from './face/head-pose';
import { detectFaces, type DetectedFace } from './inference/face-detector';
import { type FaceMesh, meshAgain, meshFace } from './inference/face-mesh';
import { type Coverings, findCoverings } from './inference/head-parts';
import { maskPerson, type PersonMask } from './inference/person-mask';
import type { Model } from './inference/runtime';
import { measureBackground } from './measures/background';
import { measureEyeRegion } from './measures/eye-region';
import { drawEyePatch, measureEye } from './measures/eyes';
import { measureFaceLight } from './measures/face-light';
import { measureMouth } from './measures/mouth';
import { measureSharpness } from './measures/sharpness';
import { copyFrame, inPicturePixels } from './working-copy';
import { nothingMeasured } from './nothing-measured';

export interface Models {
  readonly faceDetector: Model;
  readonly faceMesh: Model;
  readonly personMask: Model;
  /** Undefined where it is not on the tablet: coverings are then not checked. */
  readonly headParts: Model | undefined;
}

/**
 * `frame`: one of many, quickly. `photo`: one that is kept, as exactly as the models can. `coverings`: the same
 * and what takes some tenths of a second more.
 */
export type Care = 'frame' | 'photo' | 'coverings';

/** A face is there only where the mesh, too, sees one: it answers zeros on what is none. */
const leastPresence = 0.5;

/** Measures a picture: everything that the checks ask for, in the picture's own pixels. */
export async function analysePicture(
  models: Models,
  picture: CanvasImageSource,
  frame: PixelSize,
  care: Care,
): Promise<PictureAnalysis> {
  const whole = { picture, frame };
  if (care !== 'frame') return analyseWhole(models, { ...whole, overview: whole }, care);
  const copy = await copyFrame(picture, frame);
  return inPicturePixels(await analyseWhole(models, { ...copy, overview: copy }, care), frame, copy.scale);
}

interface Sight {
  readonly picture: CanvasImageSource;
  readonly frame: PixelSize;
  /** The same picture, maybe smaller: enough for what looks at all of it at once. */
  readonly overview: { readonly picture: CanvasImageSource; readonly frame: PixelSize };
}

async function analyseWhole(models: Models, { picture, frame, overview }: Sight, care: Care): Promise<PictureAnalysis> {
  const faces = await detectFaces(models.faceDetector, overview, frame);
  const [main, second] = [...faces].sort((a, b) => areaOf(b) - areaOf(a));
  const counted = { faces: faces.length, secondFaceShare: main && second ? areaOf(second) / areaOf(main) : 0 };
  const mesh = main && (await layMesh(models.faceMesh, picture, main, care));
  const pose = mesh && mesh.presence >= leastPresence ? headPoseOf(mesh.landmarks) : undefined;
  if (!mesh || !pose) return { frame, head: undefined, measures: { ...nothingMeasured, ...counted, faces: 0 } };
  const face = faceFrameOf(mesh.landmarks);
  const mask = await maskPerson(models.personMask, overview.picture, overview.frame);
  const coverings = care === 'coverings' && models.headParts ? await findCoverings(models.headParts, picture, face) : undefined;
  const head = findHead(face, mask, frame);
  const seen: SeenFace = { picture, frame, mesh, face, pose, mask, head, coverings };
  return { frame, head: head.place, measures: { ...nothingMeasured, ...counted, ...measureSeenFace(seen) } };
}

/** The first mesh says better than the detector where the face is, and so where the second should look. */
async function layMesh(model: Model, picture: CanvasImageSource, face: DetectedFace, care: Care): Promise<FaceMesh> {
  const mesh = await meshFace(model, picture, face);
  return care !== 'frame' && mesh.presence >= leastPresence ? meshAgain(model, picture, mesh) : mesh;
}

function areaOf({ width, height }: DetectedFace): number {
  return width * height;
}

interface SeenFace {
  readonly picture: CanvasImageSource;
  readonly frame: PixelSize;
  readonly mesh: FaceMesh;
  readonly face: FaceFrame;
  readonly pose: HeadPose;
  readonly mask: PersonMask;
  readonly head: FoundHead;
  readonly coverings: Coverings | undefined;
}

function measureSeenFace(seen: SeenFace): Omit<PhotoMeasures, 'faces' | 'secondFaceShare'> {
  const { picture, mesh, face, pose, head, coverings } = seen;
  const view = drawFaceView(picture, mesh.landmarks, face);
  const light = measureFaceLight(view);
  const mouth = measureMouth(mesh.landmarks, face, pose.yawDegrees);
  return {
    headHeightPx: distance(head.place.crown, head.place.chin),
    yawDegrees: pose.yawDegrees,
    pitchDegrees: nodOf(pose.pitchDegrees, head.crownNodDegrees),
    rollDegrees: pose.rollDegrees,
    ...measureBothEyes(seen),
    mouthGap: mouth.gap,
    mouthWidth: mouth.width,
    faceLuminance: light.luminance,
    burntOutShare: light.burntOutShare,
    lostInBlackShare: light.lostInBlackShare,
    sideDifference: light.sideDifference,
    ...measureSharpness(view),
    ...measureBehind(seen, head.place),
    eyeRegionLuminance: measureEyeRegion(view) ?? null,
    headCoveringShare: coverings?.head ?? null,
    faceCoveringShare: coverings?.face ?? null,
  };
}

function measureBothEyes({ picture, mesh: { landmarks }, face }: SeenFace) {
  const corner = (index: number) => landmarks[index] ?? face.eyes;
  const left = measureEye(drawEyePatch(picture, corner(mark.leftEyeOuter), corner(mark.leftEyeInner)));
  const right = measureEye(drawEyePatch(picture, corner(mark.rightEyeInner), corner(mark.rightEyeOuter)));
  return {
    eyeOpening: Math.min(left.opening, right.opening),
    eyeContrast: Math.min(left.contrast, right.contrast),
    gaze: (left.gaze + right.gaze) / 2,
    eyeWhiteLuminance: Math.max(left.white, right.white),
  };
}

function measureBehind({ mask, face, frame, pose }: SeenFace, head: HeadPlace) {
  const cut = cutForHead(head, pose.rollDegrees);
  const behind = measureBackground(mask, cut, face.chin.y, frame);
  return {
    cropMarginMm: cutMarginPx(cut, frame) / pixelsPerMm(cut),
    backgroundGradient: behind?.gradient ?? null,
    backgroundSpread: behind?.spread ?? null,
  };
}
