import { type FaceView, viewBetweenEyesPx } from '../face/face-view';

export interface FaceLight {
  /** Mean luma, 0–1. */
  readonly luminance: number;
  readonly burntOutShare: number;
  readonly lostInBlackShare: number;
  /** The larger of the two cheek pairs' differences of luma over their mean. */
  readonly sideDifference: number;
}

const burntOut = 247;
const lostInBlack = 25;

/** The light on a face: how much, how much too much, and how unlike on its two sides. */
export function measureFaceLight(view: FaceView): FaceLight {
  const { luma, inside } = view;
  let [count, sum, bright, dark] = [0, 0, 0, 0];
  for (let at = 0; at < luma.length; at += 1) {
    if (inside[at] !== 1) continue;
    const value = luma[at] ?? 0;
    count += 1;
    sum += value;
    if (value >= burntOut) bright += 1;
    if (value <= lostInBlack) dark += 1;
  }
  const pixels = Math.max(1, count);
  return {
    luminance: sum / pixels / 255,
    burntOutShare: bright / pixels,
    lostInBlackShare: dark / pixels,
    sideDifference: Math.max(...cheekPairs.map((pair) => differenceOf(view, pair))),
  };
}

/**
 * Mirrored patches below the eyes, in distances between the eyes from the middle of the face: outer and inner
 * cheeks. The forehead tells of the fringe, not of the light.
 */
const cheekPairs = [
  { from: 0.62, to: 0.98, top: 0.19, bottom: 0.92 },
  { from: 0.3, to: 0.62, top: 0.19, bottom: 1.2 },
] as const;

function differenceOf(view: FaceView, { from, to, top, bottom }: (typeof cheekPairs)[number]): number {
  const left = meanOf(view, { left: -to, right: -from, top, bottom });
  const right = meanOf(view, { left: from, right: to, top, bottom });
  if (left === undefined || right === undefined) return 0;
  return Math.abs(left - right) / Math.max(1, (left + right) / 2);
}

export interface FaceBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean luma of a box inside the face, its edges in distances between the eyes from the middle between them. */
export function meanOf({ view, luma, inside, width, height }: FaceView, box: FaceBox): number | undefined {
  const pixel = (share: number): number => Math.round(share * viewBetweenEyesPx);
  let [count, sum] = [0, 0];
  for (let y = Math.max(0, view.at.y + pixel(box.top)); y < Math.min(height, view.at.y + pixel(box.bottom)); y += 1) {
    for (let x = Math.max(0, view.at.x + pixel(box.left)); x < Math.min(width, view.at.x + pixel(box.right)); x += 1) {
      if (inside[y * width + x] !== 1) continue;
      count += 1;
      sum += luma[y * width + x] ?? 0;
    }
  }
  return count > 0 ? sum / count : undefined;
}
