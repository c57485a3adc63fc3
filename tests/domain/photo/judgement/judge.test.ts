import { describe, expect, it } from 'vitest';
import { overrideReasons } from '../../../../src/domain/photo/exceptions/override';
import { reasonsFor } from '../../../../src/domain/photo/exceptions/reasons-for';
import { isWaived, sittings } from '../../../../src/domain/photo/exceptions/sitting';
import { type PhotoCheck, photoChecks } from '../../../../src/domain/photo/judgement/checks';
import { failedChecks, judgePicture } from '../../../../src/domain/photo/judgement/judge';
import type { PhotoMeasures } from '../../../../src/domain/photo/judgement/measures';
import { defaultThresholds as limits } from '../../../../src/domain/photo/judgement/thresholds';
import { sampleMeasures } from '../../../support/sample-shot';

const failedBy = (measures: Partial<PhotoMeasures>): readonly PhotoCheck[] =>
  failedChecks(judgePicture(sampleMeasures(measures)));
const little = 1e-6;

describe('a check', () => {
  it.each<[PhotoCheck, Partial<PhotoMeasures>, Partial<PhotoMeasures>]>([
    ['oneFace', { secondFaceShare: limits.mostSecondFaceShare - little }, { secondFaceShare: limits.mostSecondFaceShare }],
    ['size', { headHeightPx: limits.leastHeadHeightPx }, { headHeightPx: limits.leastHeadHeightPx - little }],
    ['position', { cropMarginMm: limits.leastCropMarginMm }, { cropMarginMm: limits.leastCropMarginMm - little }],
    ['roll', { rollDegrees: -limits.mostRollDegrees }, { rollDegrees: -limits.mostRollDegrees - little }],
    ['yaw', { yawDegrees: limits.mostYawDegrees }, { yawDegrees: limits.mostYawDegrees + little }],
    ['pitch', { pitchDegrees: limits.mostPitchDegrees }, { pitchDegrees: limits.mostPitchDegrees + little }],
    ['darkGlasses', { eyeRegionLuminance: limits.leastEyeRegionLuminance }, { eyeRegionLuminance: 0 }],
    ['headCovering', { headCoveringShare: limits.mostHeadCoveringShare }, { headCoveringShare: 1 }],
    ['bareFace', { faceCoveringShare: limits.mostFaceCoveringShare }, { faceCoveringShare: 1 }],
    ['eyesOpen', { eyeOpening: limits.leastEyeOpening }, { eyeOpening: limits.leastEyeOpening - little }],
    ['eyesOpen', { eyeContrast: limits.leastEyeContrast }, { eyeContrast: limits.leastEyeContrast - little }],
    ['mouthClosed', { mouthGap: limits.mostMouthGap }, { mouthGap: limits.mostMouthGap + little }],
    ['brightness', { faceLuminance: 0.26, eyeWhiteLuminance: 0.7 }, { faceLuminance: 0.24, eyeWhiteLuminance: 0.7 }],
    ['brightness', { faceLuminance: limits.mostFaceLuminance }, { faceLuminance: limits.mostFaceLuminance + little }],
    ['evenLight', { sideDifference: limits.mostSideDifference }, { sideDifference: limits.mostSideDifference + little }],
    ['glare', { burntOutShare: limits.mostGlareShare }, { burntOutShare: limits.mostGlareShare + little }],
    ['sharpness', { sharpness: limits.leastSharpness }, { sharpness: limits.leastSharpness - little }],
    ['noise', { noise: limits.mostNoise }, { noise: limits.mostNoise + little }],
    ['plainBackground', { backgroundGradient: limits.mostBackgroundGradient }, { backgroundGradient: 99 }],
    ['plainBackground', { backgroundSpread: limits.mostBackgroundSpread }, { backgroundSpread: 99 }],
  ])('%s passes at its threshold and fails beyond', (check, passing, failing) => {
    expect(failedBy(passing)).toEqual([]);
    expect(failedBy(failing)).toEqual([check]);
  });

  it('that could not be measured says so, and refuses nothing', () => {
    const unmeasured = Object.fromEntries(Object.keys(sampleMeasures()).map((name) => [name, null]));
    const results = judgePicture({ ...sampleMeasures(), ...unmeasured, faces: 1, secondFaceShare: 0 });
    expect(failedChecks(results)).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'notChecked')).toHaveLength(photoChecks.length - 2);
  });

  it('of the look and the smile only advises', () => {
    const results = judgePicture(sampleMeasures({ gaze: 1, mouthWidth: 2 }));
    expect(results.filter(({ verdict }) => verdict === 'advised').map(({ check }) => check)).toEqual([
      'gaze',
      'neutralExpression',
    ]);
  });

  it('of even light means nothing on a turned head', () => {
    expect(failedBy({ yawDegrees: 20, sideDifference: 0.9 })).toEqual(['yaw']);
  });
});

describe('dark and pale skin', () => {
  it('are judged by the light, not by the skin', () => {
    expect(failedBy({ faceLuminance: 0.29, eyeWhiteLuminance: 0.75 })).toEqual([]);
    expect(failedBy({ faceLuminance: 0.36, eyeWhiteLuminance: 0.4 })).toEqual(['brightness']);
  });
});

describe('exceptions', () => {
  it('waive some checks for every sitting but the usual one, and a face for none', () => {
    for (const sitting of sittings) {
      expect(photoChecks.some((check) => isWaived(check, sitting))).toBe(sitting !== 'seated');
      expect(isWaived('face', sitting)).toBe(false);
    }
  });

  it('offer every reason for whatever failed, the likely ones first', () => {
    for (const check of photoChecks) {
      expect(reasonsFor([check], overrideReasons).toSorted()).toEqual([...overrideReasons].sort());
    }
    expect(reasonsFor(['headCovering'], overrideReasons)[0]).toBe('religiousCovering');
    expect(reasonsFor(['eyesOpen'], ['judgedByEye', 'eyesOrGaze'])).toEqual(['eyesOrGaze', 'judgedByEye']);
  });
});
