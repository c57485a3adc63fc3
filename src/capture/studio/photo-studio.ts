import type { PhotoCut } from '../../domain/photo/crop/photo-cut';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import type { ModelVersions } from '../../domain/photo/report';

/** A picture handed over to the studio: it is transferred and closed there. */
export type Picture = VideoFrame | ImageBitmap;

/** `withoutModels`: they are not on the tablet yet or cannot run here; photos are taken by the guide alone. */
export type StudioState = 'loading' | 'ready' | 'withoutModels';

/** A photo as cut, and the picture around it that the worker keeps so that the cut can still be changed. */
export interface Take {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The camera's or the file's own picture. */
  readonly sourcePx: PixelSize;
  /** What was cut, in pixels of the source. */
  readonly cut: PhotoCut;
  /** `guide`: no head was found, the guide's rectangle was taken. */
  readonly cutBy: 'head' | 'guide';
  /** Undefined without models. */
  readonly analysis: PictureAnalysis | undefined;
}

export type TakeResult =
  | { readonly kind: 'taken'; readonly take: Take }
  /** The cut holds fewer pixels than the official site accepts: widthPx of the at least 480. */
  | { readonly kind: 'tooSmall'; readonly widthPx: number; readonly analysis: PictureAnalysis | undefined }
  | { readonly kind: 'failed' };

/** The part of the source that a take keeps, for showing it while the cut is changed. */
export interface TakeSurroundings {
  readonly picture: ImageBitmap;
  /** Where it lies in the source, in the source's pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Everything that is done to pixels, in a worker, one picture at a time. No call rejects: what cannot be done is
 * answered as `failed` or undefined. Nothing is stored; `close` drops all of it.
 */
export interface PhotoStudio {
  readonly state: () => StudioState;
  /** Calls back at every change of state. Returns what stops it. */
  readonly watchState: (listener: () => void) => () => void;
  /** Short digests of the models in use; empty without models. */
  readonly models: () => ModelVersions;
  /** Measures a picture. Undefined without models, or while the one before is still being measured. */
  readonly analyse: (picture: Picture) => Promise<PictureAnalysis | undefined>;
  /** Keeps the picture measured last as the best so far, in place of the one kept before. */
  readonly keepLast: () => void;
  /** Takes the picture kept as the best; `failed` where there is none. */
  readonly takeBest: () => Promise<TakeResult>;
  /** Measures and cuts a picture in one go. */
  readonly take: (picture: Picture) => Promise<TakeResult>;
  /** Cuts a take anew. The take itself stays as it was: the caller replaces it by the answer. */
  readonly recut: (takeId: number, cut: PhotoCut) => Promise<TakeResult>;
  /** Measures on a take what takes too long before it is shown: coverings. Undefined without models. */
  readonly inspect: (takeId: number) => Promise<PictureAnalysis | undefined>;
  readonly surroundings: (takeId: number) => Promise<TakeSurroundings | undefined>;
  readonly drop: (takeId: number) => void;
  /** Drops every take and every picture: the person has left. */
  readonly clear: () => void;
  readonly close: () => void;
}
