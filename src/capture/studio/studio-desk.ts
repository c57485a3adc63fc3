import { cutInside, feasibleCut } from '../../domain/photo/crop/face-cut';
import type { PhotoCut } from '../../domain/photo/crop/photo-cut';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import { emptyCanvas } from './kept-region';
import type { Picture, TakeResult, TakeSurroundings } from './photo-studio';
import type { Care } from '../analysis/analyse-picture';
import { forgetFrame, framePixels } from '../analysis/frame-pixels';
import { loadStudioModels, type StudioModels } from './studio-models';
import { developTake, type KeptTake, keepTake } from './take-shelf';
import type { ModelPaths } from './worker-messages';

/** The worker's side of the studio: the models, the picture measured last, the best so far, the takes. */
export class StudioDesk {
  #models: StudioModels | undefined;
  #last: { readonly picture: Picture; readonly analysis: PictureAnalysis } | undefined;
  #best: KeptTake | undefined;
  readonly #takes = new Map<number, KeptTake>();
  #takeCount = 0;

  async load(paths: ModelPaths): Promise<boolean> {
    try {
      this.#models = await loadStudioModels(paths);
      return true;
    } catch {
      return false;
    }
  }

  /** Takes the picture over; it is kept until the next one comes, in case it turns out to be the best. */
  async analyse(picture: Picture): Promise<PictureAnalysis | undefined> {
    this.#last?.picture.close();
    this.#last = undefined;
    const analysis = await this.#measure(picture, sizeOf(picture), 'frame');
    if (analysis) this.#last = { picture, analysis };
    else picture.close();
    return analysis;
  }

  async keepLast(): Promise<void> {
    if (!this.#last) return;
    const { picture, analysis } = this.#last;
    const frame = sizeOf(picture);
    const kept = keepTake(await readable(picture, frame), frame, analysis);
    if (kept.kind === 'kept') this.#replaceBest(kept.take);
  }

  async takeBest(): Promise<TakeResult> {
    const best = this.#best;
    this.#best = undefined;
    return best ? this.#shelve(best) : { kind: 'failed' };
  }

  async take(picture: Picture): Promise<TakeResult> {
    try {
      const frame = sizeOf(picture);
      const pixels = await readable(picture, frame);
      const analysis = await this.#measure(pixels, frame, 'photo');
      const kept = keepTake(pixels, frame, analysis);
      return kept.kind === 'kept' ? await this.#shelve(kept.take) : { ...kept, analysis };
    } finally {
      picture.close();
    }
  }

  /** The cut is kept inside what the take has kept of its picture. */
  async recut(takeId: number, wished: PhotoCut): Promise<TakeResult> {
    const take = this.#takes.get(takeId);
    if (!take) return { kind: 'failed' };
    const { x, y, width, height } = take.region;
    const move = (cut: PhotoCut, by: number): PhotoCut => ({
      ...cut,
      centre: { x: cut.centre.x + by * x, y: cut.centre.y + by * y },
    });
    const inside = cutInside(move(wished, -1), { width, height });
    const cut = feasibleCut(inside, { width, height });
    if (!cut) return { kind: 'tooSmall', widthPx: Math.floor(inside.widthPx), analysis: take.analysis };
    const changed = { ...take, cut: move(cut, 1) };
    this.#takes.set(takeId, changed);
    return developTake(changed, takeId);
  }

  /** Measures what a take has kept once more, with the models that are too slow for the shutter. */
  async inspect(takeId: number): Promise<PictureAnalysis | undefined> {
    const take = this.#takes.get(takeId);
    if (!take?.analysis || !this.#models) return take?.analysis;
    const { canvas } = take.region;
    const { measures } = await this.#models.analyse(canvas, { width: canvas.width, height: canvas.height }, 'coverings');
    const { headCoveringShare, faceCoveringShare } = measures;
    const analysis = { ...take.analysis, measures: { ...take.analysis.measures, headCoveringShare, faceCoveringShare } };
    // The cut may have been changed meanwhile.
    const now = this.#takes.get(takeId);
    if (now) this.#takes.set(takeId, { ...now, analysis });
    return analysis;
  }

  async surroundings(takeId: number): Promise<TakeSurroundings | undefined> {
    const region = this.#takes.get(takeId)?.region;
    if (!region) return undefined;
    const { canvas, x, y, width, height } = region;
    return { picture: await createImageBitmap(canvas), x, y, width, height };
  }

  drop(takeId: number): void {
    const take = this.#takes.get(takeId);
    this.#takes.delete(takeId);
    if (take) emptyCanvas(take.region.canvas);
  }

  clear(): void {
    this.#last?.picture.close();
    this.#last = undefined;
    if (this.#best) emptyCanvas(this.#best.region.canvas);
    this.#best = undefined;
    for (const id of [...this.#takes.keys()]) this.drop(id);
    forgetFrame();
  }

  /** A model that breaks down takes the measures with it, never the photo. */
  #measure(picture: CanvasImageSource, frame: PixelSize, care: Care): Promise<PictureAnalysis | undefined> {
    const measuring = this.#models?.analyse(picture, frame, care);
    return measuring?.catch(() => undefined) ?? Promise.resolve(undefined);
  }

  async #shelve(take: KeptTake): Promise<TakeResult> {
    this.#takeCount += 1;
    const id = this.#takeCount;
    const result = await developTake(take, id);
    if (result.kind === 'taken') this.#takes.set(id, take);
    return result;
  }

  #replaceBest(take: KeptTake): void {
    if (this.#best) emptyCanvas(this.#best.region.canvas);
    this.#best = take;
  }
}

/** Drawn from more than once: a camera's frame would be converted from the camera's colours each time. */
async function readable(picture: Picture, frame: PixelSize): Promise<CanvasImageSource> {
  return (await framePixels(picture, frame)) ?? picture;
}

function sizeOf(picture: Picture): PixelSize {
  return 'displayWidth' in picture
    ? { width: picture.displayWidth, height: picture.displayHeight }
    : { width: picture.width, height: picture.height };
}
