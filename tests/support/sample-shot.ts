import type { PhotoMeasures } from '../../src/domain/photo/judgement/measures';
import { defaultPhotoRules } from '../../src/domain/photo/photo-rules';
import { type PhotoReport, reportPhoto } from '../../src/domain/photo/report';
import type { Shot } from '../../src/kiosk/photo-room/shot';
import { sampleJpeg } from './sample-jpeg';

/** Measures with which every check passes. */
export function sampleMeasures(overrides: Partial<PhotoMeasures> = {}): PhotoMeasures {
  return {
    faces: 1,
    secondFaceShare: 0,
    headHeightPx: 900,
    cropMarginMm: 6,
    yawDegrees: 1,
    pitchDegrees: -2,
    rollDegrees: 0.5,
    eyeOpening: 0.36,
    eyeContrast: 0.72,
    gaze: 0.1,
    mouthGap: 0.01,
    mouthWidth: 0.8,
    faceLuminance: 0.55,
    eyeWhiteLuminance: 0.7,
    burntOutShare: 0,
    lostInBlackShare: 0.01,
    sideDifference: 0.06,
    sharpness: 4,
    noise: 1.2,
    backgroundGradient: 1,
    backgroundSpread: 4,
    eyeRegionLuminance: 0.7,
    headCoveringShare: 0.1,
    faceCoveringShare: 0.05,
    ...overrides,
  };
}

export function sampleReport(measures: PhotoMeasures | null = sampleMeasures()): PhotoReport {
  return reportPhoto(
    {
      source: 'camera',
      sourcePx: { width: 1920, height: 2560 },
      sitting: 'seated',
      shutter: 'automatic',
      takes: 1,
      crop: 'automatic',
      rollDegrees: 0,
      measures,
      models: { faceMesh: '0123456789ab' },
    },
    defaultPhotoRules,
  );
}

/** A photo as the studio gives it; `number` is also its name there. */
export function sampleShot(number: number, overrides: Partial<PhotoMeasures> = {}): Shot {
  const sourcePx = { width: 1920, height: 2560 };
  const cut = { centre: { x: 960, y: 1280 }, widthPx: 1200, rollDegrees: 0 };
  const head = { eyes: { x: 960, y: 1100 }, chin: { x: 960, y: 1500 }, crown: { x: 960, y: 600 } };
  const analysis = { frame: sourcePx, head, measures: sampleMeasures(overrides) };
  const take = {
    id: number,
    bytes: sampleJpeg(),
    widthPx: 1050,
    heightPx: 1350,
    sourcePx,
    cut,
    cutBy: 'head',
    analysis,
  } as const;
  return {
    take,
    source: 'camera',
    shutter: 'automatic',
    sitting: 'seated',
    models: {},
    isAdjusted: false,
    isInspected: true,
    number,
  };
}
