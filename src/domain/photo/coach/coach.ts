import type { Sitting } from '../exceptions/sitting';
import type { CheckResult } from '../judgement/checks';
import { failedChecks, judgePicture } from '../judgement/judge';
import type { PictureAnalysis } from '../judgement/measures';
import type { PhotoRules } from '../photo-rules';
import { type BestFrame, frameScore, isBetterFrame } from './best-frame';
import { instructionFor } from './instruction';
import { settleInstruction, type SteadyInstruction } from './steady-instruction';
import { type ShutterState, watchFrame, watching } from './steady-shutter';

/** What the coach knows after a frame. */
export interface Coaching {
  readonly results: readonly CheckResult[];
  readonly instruction: SteadyInstruction;
  readonly shutter: ShutterState;
  readonly best: BestFrame | undefined;
  /** Whether this very frame is the best one and has to be kept. */
  readonly isBest: boolean;
}

export interface CoachedFrame {
  readonly analysis: PictureAnalysis;
  readonly atMs: number;
}

export interface CoachingTerms {
  readonly rules: PhotoRules;
  readonly sitting: Sitting;
  /** Whether the viewer sees the preview as in a mirror. */
  readonly isMirrored: boolean;
}

/** Follows the frames one by one: what to say now, whether the shutter releases, which frame is worth keeping. */
export function coachFrame(before: Coaching | undefined, { analysis, atMs }: CoachedFrame, terms: CoachingTerms): Coaching {
  const { rules, sitting, isMirrored } = terms;
  const results = judgePicture(analysis.measures, rules.thresholds, sitting);
  const isGood = failedChecks(results).length === 0;
  const shutter = watchFrame(before?.shutter ?? watching, isGood, atMs);
  // What the shutter takes is to come from the moment that was held still, not from before.
  const hasBegun = shutter.kind === 'holding' && before?.shutter.kind !== 'holding';
  const bestBefore = hasBegun ? undefined : before?.best;
  const score = frameScore(results, analysis.measures);
  const isBest = isBetterFrame(score, atMs, bestBefore);
  return {
    results,
    instruction: settleInstruction(before?.instruction, instructionFor(results, analysis, rules.thresholds, isMirrored), atMs),
    shutter,
    best: isBest ? { score, atMs } : bestBefore,
    isBest,
  };
}
