import type { PhotoCheck } from '../../../src/domain/photo/judgement/checks';
import { failedChecks, judgePicture } from '../../../src/domain/photo/judgement/judge';
import type { PhotoMeasures, PictureAnalysis } from '../../../src/domain/photo/judgement/measures';
import { openPictureFile } from '../../../src/capture/picture-file/open-picture-file';
import type { PictureFileProblem } from '../../../src/domain/photo/picture-file/picture-file';
import type { PhotoStudio, TakeResult } from '../../../src/capture/studio/photo-studio';

export interface Evaluation {
  readonly verdict: 'acceptable' | 'retake';
  readonly failed: readonly (PhotoCheck | PictureFileProblem)[];
  readonly measures: PhotoMeasures | null;
  /** From the decoded picture to its measures and its cut, coverings included. */
  readonly ms: number;
}

/** Judges one picture file exactly as the kiosk does: takes it, and looks at the take once more. */
export async function evaluatePicture(studio: PhotoStudio, file: Blob): Promise<Evaluation> {
  const opening = await openPictureFile(file);
  if (opening.kind === 'refused') return { verdict: 'retake', failed: [opening.problem], measures: null, ms: 0 };
  const startedAt = performance.now();
  const result = await studio.take(opening.picture);
  const analysis = await analysisOf(studio, result);
  const ms = performance.now() - startedAt;
  const failed = failedChecks(judgePicture(analysis.measures));
  return { verdict: failed.length === 0 ? 'acceptable' : 'retake', failed, measures: analysis.measures, ms };
}

async function analysisOf(studio: PhotoStudio, result: TakeResult): Promise<PictureAnalysis> {
  if (result.kind === 'failed') throw new Error('the picture could not be cut');
  const analysis = result.kind === 'taken' ? await studio.inspect(result.take.id) : result.analysis;
  if (result.kind === 'taken') studio.drop(result.take.id);
  if (!analysis) throw new Error('the models did not run');
  return analysis;
}
