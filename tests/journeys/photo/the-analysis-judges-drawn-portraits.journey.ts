import type { PhotoCheck } from '../../../src/domain/photo/judgement/checks';
import { encodePng } from '../../support/portrait/png';
import { darkSkin, drawPortrait, type PortraitWish } from '../../support/portrait/portrait';
import { evaluateFile, expect, test } from '../../support/studio/studio-journey';
import type { Evaluation } from '../../photo/page/evaluate-picture';
import type { Page } from '@playwright/test';

const judge = (page: Page, wish: Partial<PortraitWish>): Promise<Evaluation> =>
  evaluateFile(page, 'portrait.png', encodePng(drawPortrait({ width: 810, height: 1080, ...wish })));

const accepted: readonly [string, Partial<PortraitWish>][] = [
  ['a good portrait', {}],
  ['dark skin in good light', { look: { skin: darkSkin } }],
  ['a blue wall', { wall: () => [120, 160, 210] }],
  ['a slope of light on the wall', { wall: (x) => [190 + x * 40, 195 + x * 40, 200 + x * 40] }],
  ['a head tilted a little', { stance: { roll: 5 } }],
];

for (const [what, wish] of accepted) {
  test(`accepts ${what}`, async ({ studio }) => {
    expect((await judge(studio, wish)).failed).toEqual([]);
  });
}

const chequered: PortraitWish['wall'] = (x, y) =>
  (Math.floor(x * 12) + Math.floor(y * 16)) % 2 === 0 ? [220, 220, 220] : [150, 160, 180];

const refused: readonly [PhotoCheck, string, Partial<PortraitWish>][] = [
  ['face', 'nobody', { isEmpty: true }],
  ['oneFace', 'two people', { stance: { middle: [0.3, 0.5], height: 0.35 }, second: { middle: [0.75, 0.5], height: 0.33 } }],
  ['size', 'somebody far away', { stance: { height: 0.25 } }],
  ['position', 'somebody at the edge', { stance: { middle: [0.2, 0.5] } }],
  ['roll', 'a head on one side', { stance: { roll: -12 } }],
  ['yaw', 'a head turned away', { stance: { yaw: -20 } }],
  ['pitch', 'a raised chin', { stance: { pitch: -20 } }],
  ['darkGlasses', 'dark glasses', { look: { hasDarkGlasses: true } }],
  ['bareFace', 'a mask', { look: { hasMask: true } }],
  ['eyesOpen', 'closed eyes', { look: { areEyesClosed: true } }],
  ['mouthClosed', 'an open mouth', { look: { isMouthOpen: true } }],
  ['brightness', 'pale skin in bad light', { light: { exposure: 0.3 } }],
  ['brightness', 'too much light', { light: { exposure: 1.6 } }],
  ['evenLight', 'light from one side', { light: { side: 0.8 } }],
  ['sharpness', 'a blurred picture', { blurPx: 5 }],
  ['noise', 'a noisy picture', { noise: 14 }],
  ['plainBackground', 'a pattern behind', { wall: chequered }],
];

for (const [check, what, wish] of refused) {
  test(`refuses ${what}, for that`, async ({ studio }) => {
    const { verdict, failed } = await judge(studio, wish);
    expect(verdict).toBe('retake');
    expect(failed).toContain(check);
  });
}

test('measures tilt within 2°, and turning to the side it goes', async ({ studio }) => {
  for (const roll of [-6, 4]) {
    expect(Math.abs(((await judge(studio, { stance: { roll } })).measures?.rollDegrees ?? 90) - roll)).toBeLessThan(2);
  }
  const turned = await judge(studio, { stance: { yaw: 12 } });
  expect(Math.abs((turned.measures?.yawDegrees ?? 90) - 12)).toBeLessThan(2);
});
