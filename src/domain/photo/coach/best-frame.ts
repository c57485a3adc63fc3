import { type CheckResult, photoChecks } from '../judgement/checks';
import type { PhotoMeasures } from '../judgement/measures';

/** The best frame so far, by score, and when it came. */
export interface BestFrame {
  readonly score: number;
  readonly atMs: number;
}

/** A frame older than this shows another moment than the one the shutter was meant for. */
export const bestFrameLastsMs = 4000;
/** Keeping a frame costs a copy: it must be better by this much. */
const leastGain = 0.02;
/** One failed check; a little less sharp is no reason to give another moment than the one that was pressed. */
const worthAnotherMoment = 0.2;

/**
 * How good a frame is: the share of checks that do not fail, early ones weighing more, and among equals the
 * sharper one with the wider open eyes. Larger is better; without a face it is below 0.
 */
export function frameScore(results: readonly CheckResult[], measures: PhotoMeasures): number {
  if (measures.faces === 0) return -1;
  const weights = results.map(({ check, verdict }) => (verdict === 'failed' ? weightOf(check) : 0));
  const lost = weights.reduce((sum, weight) => sum + weight, 0);
  const sharpness = Math.min(measures.sharpness ?? 0, 6) / 6;
  const eyes = Math.min(measures.eyeOpening ?? 0, 0.4) / 0.4;
  return 1 - lost + (sharpness + eyes) * 0.05;
}

function weightOf(check: CheckResult['check']): number {
  return 0.2 + (photoChecks.length - photoChecks.indexOf(check)) * 0.01;
}

/** Whether a photo just taken is clearly worse than the best frame of the last seconds. */
export function isWorse(score: number, atMs: number, best: BestFrame | undefined): boolean {
  return best !== undefined && atMs - best.atMs <= bestFrameLastsMs && score < best.score - worthAnotherMoment;
}

/** Whether a frame takes the place of the best one kept so far. */
export function isBetterFrame(score: number, atMs: number, best: BestFrame | undefined): boolean {
  if (score < 0) return false;
  return !best || atMs - best.atMs > bestFrameLastsMs || score > best.score + leastGain;
}
