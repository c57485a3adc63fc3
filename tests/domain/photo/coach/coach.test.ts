import { describe, expect, it } from 'vitest';
import { bestFrameLastsMs, frameScore, isBetterFrame, isWorse } from '../../../../src/domain/photo/coach/best-frame';
import { checkGroups, groupVerdicts } from '../../../../src/domain/photo/coach/check-group';
import { type Coaching, coachFrame } from '../../../../src/domain/photo/coach/coach';
import { type Instruction, instructionFor } from '../../../../src/domain/photo/coach/instruction';
import { settleInstruction, settleMs } from '../../../../src/domain/photo/coach/steady-instruction';
import { photoChecks } from '../../../../src/domain/photo/judgement/checks';
import { judgePicture } from '../../../../src/domain/photo/judgement/judge';
import type { PhotoMeasures, PictureAnalysis } from '../../../../src/domain/photo/judgement/measures';
import { defaultThresholds } from '../../../../src/domain/photo/judgement/thresholds';
import { defaultPhotoRules } from '../../../../src/domain/photo/photo-rules';
import { sampleMeasures } from '../../../support/sample-shot';

const frame = { width: 1920, height: 1080 };
const head = { eyes: { x: 960, y: 480 }, chin: { x: 960, y: 760 }, crown: { x: 960, y: 240 } };

function seen(measures: Partial<PhotoMeasures>, overrides: Partial<PictureAnalysis> = {}): PictureAnalysis {
  return { frame, head, measures: sampleMeasures(measures), ...overrides };
}

function told(analysis: PictureAnalysis, isMirrored = false): Instruction {
  const results = judgePicture(analysis.measures);
  return instructionFor(results, analysis, defaultThresholds, isMirrored);
}

const headAt = (x: number, y: number, height: number): PictureAnalysis =>
  seen({ cropMarginMm: -1 }, { head: { eyes: { x, y }, crown: { x, y: y - height / 2 }, chin: { x, y: y + height / 2 } } });

describe('an instruction', () => {
  it.each<[Instruction, PictureAnalysis]>([
    ['hold', seen({})],
    ['hold', seen({ gaze: 0.9, mouthWidth: 1.2 })],
    ['showFace', seen({ faces: 0 })],
    ['onePersonOnly', seen({ faces: 2, secondFaceShare: 0.4 })],
    ['comeCloser', seen({ headHeightPx: 300 })],
    ['otherCamera', seen({ headHeightPx: 300 }, { frame: { width: 640, height: 480 } })],
    ['moveRight', headAt(100, 540, 600)],
    ['moveLeft', headAt(1850, 540, 600)],
    ['cameraUp', headAt(960, 200, 600)],
    ['cameraDown', headAt(960, 950, 600)],
    ['stepBack', headAt(960, 540, 1000)],
    ['tiltRight', seen({ rollDegrees: 12 })],
    ['tiltLeft', seen({ rollDegrees: -12 })],
    ['turnLeft', seen({ yawDegrees: 20 })],
    ['turnRight', seen({ yawDegrees: -20 })],
    ['chinUp', seen({ pitchDegrees: 20 })],
    ['chinDown', seen({ pitchDegrees: -20 })],
    ['removeDarkGlasses', seen({ eyeRegionLuminance: 0.1 })],
    ['uncoverHead', seen({ headCoveringShare: 0.9 })],
    ['uncoverFace', seen({ faceCoveringShare: 0.9 })],
    ['openEyes', seen({ eyeOpening: 0.05 })],
    ['closeMouth', seen({ mouthGap: 0.2 })],
    ['moreLight', seen({ faceLuminance: 0.1 })],
    ['lessLight', seen({ faceLuminance: 0.95 })],
    ['lightFromFront', seen({ sideDifference: 0.6 })],
    ['avoidGlare', seen({ burntOutShare: 0.05 })],
    ['holdStill', seen({ sharpness: 1 })],
    ['moreLight', seen({ noise: 9 })],
    ['plainWall', seen({ backgroundGradient: 9 })],
  ])('says %s', (instruction, analysis) => {
    expect(told(analysis)).toBe(instruction);
  });

  it('goes by the order in which things can be put right', () => {
    expect(told(seen({ yawDegrees: 20, sharpness: 1, backgroundGradient: 9 }))).toBe('turnLeft');
  });

  it('says sides as the viewer of a mirrored preview sees them', () => {
    expect(told(seen({ yawDegrees: 20 }), true)).toBe('turnRight');
    expect(told(headAt(100, 540, 600), true)).toBe('moveLeft');
    expect(told(seen({ pitchDegrees: 20 }), true)).toBe('chinUp');
  });

  it('changes only when another has lasted, but "hold" is said at once', () => {
    let state = settleInstruction(undefined, 'openEyes', 0);
    state = settleInstruction(state, 'closeMouth', 100);
    expect(state.said).toBe('openEyes');
    state = settleInstruction(state, 'openEyes', 200);
    state = settleInstruction(state, 'closeMouth', 300);
    state = settleInstruction(state, 'closeMouth', 300 + settleMs - 1);
    expect(state.said).toBe('openEyes');
    expect(settleInstruction(state, 'closeMouth', 300 + settleMs).said).toBe('closeMouth');
    expect(settleInstruction(state, 'hold', 301).said).toBe('hold');
  });
});

describe('the best frame', () => {
  const score = (measures: Partial<PhotoMeasures>): number =>
    frameScore(judgePicture(sampleMeasures(measures)), sampleMeasures(measures));

  it('passes more checks, and is the sharper one among equals', () => {
    expect(score({})).toBeGreaterThan(score({ mouthGap: 0.2 }));
    expect(score({ mouthGap: 0.2 })).toBeGreaterThan(score({ mouthGap: 0.2, eyeOpening: 0 }));
    expect(score({ sharpness: 5 })).toBeGreaterThan(score({ sharpness: 3 }));
    expect(score({ faces: 0 })).toBeLessThan(0);
  });

  it('is kept for some seconds, and replaced by a clearly better one', () => {
    const best = { score: 1, atMs: 0 };
    expect(isBetterFrame(1.01, 100, best)).toBe(false);
    expect(isBetterFrame(1.1, 100, best)).toBe(true);
    expect(isBetterFrame(0.5, bestFrameLastsMs + 1, best)).toBe(true);
    expect(isBetterFrame(-1, 0, undefined)).toBe(false);
  });

  it('is used in place of a photo only where it passes a check that the photo fails', () => {
    const best = { score: score({}), atMs: 0 };
    expect(isWorse(score({ eyeOpening: 0 }), 500, best)).toBe(true);
    expect(isWorse(score({ sharpness: 2.5 }), 500, best)).toBe(false);
    expect(isWorse(score({ eyeOpening: 0 }), bestFrameLastsMs + 1, best)).toBe(false);
    expect(isWorse(-1, 0, undefined)).toBe(false);
  });
});

describe('the coach', () => {
  const terms = { rules: defaultPhotoRules, sitting: 'seated', isMirrored: false } as const;
  const watch = (frames: readonly Partial<PhotoMeasures>[]): Coaching[] => {
    const seenSoFar: Coaching[] = [];
    for (const [index, measures] of frames.entries()) {
      seenSoFar.push(coachFrame(seenSoFar.at(-1), { analysis: seen(measures), atMs: index * 100 }, terms));
    }
    return seenSoFar;
  };

  it('keeps for the shutter a frame of the hold itself, not one from before', () => {
    const coachings = watch([{ sharpness: 6, yawDegrees: 9 }, {}, {}]);
    expect(coachings.map(({ isBest }) => isBest)).toEqual([true, true, false]);
    expect(coachings[1]?.best?.atMs).toBe(100);
  });

  it('releases the shutter on frames that all pass', () => {
    expect(watch(Array.from({ length: 20 }, () => ({}))).at(-1)?.shutter.kind).toBe('released');
    expect(watch(Array.from({ length: 20 }, () => ({ mouthGap: 0.2 }))).at(-1)?.shutter.kind).toBe('watching');
  });

  it('asks nothing that the sitting waives', () => {
    const lying = coachFrame(
      undefined,
      { analysis: seen({ yawDegrees: 30, eyeOpening: 0 }), atMs: 0 },
      { ...terms, sitting: 'lying' },
    );
    expect(lying.instruction.said).toBe('hold');
  });
});

describe('the lines of checks', () => {
  it('hold every check once', () => {
    expect(Object.values(checkGroups).flat().toSorted()).toEqual([...photoChecks].sort());
  });

  it('show the worst of their checks', () => {
    const verdicts = groupVerdicts(judgePicture(sampleMeasures({ gaze: 0.9, sharpness: null, noise: 9 })));
    expect(verdicts.find(({ group }) => group === 'eyesAndMouth')?.verdict).toBe('advised');
    expect(verdicts.find(({ group }) => group === 'clear')?.verdict).toBe('failed');
    expect(groupVerdicts([]).every(({ verdict }) => verdict === 'notChecked')).toBe(true);
  });
});
