import type { PhotoCut } from '../../domain/photo/crop/photo-cut';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { Picture, TakeResult, TakeSurroundings } from './photo-studio';

/** Where the worker finds what it runs. `headParts` may be missing on the tablet; the others must not. */
export interface ModelPaths {
  readonly runtimeScript: string;
  readonly runtimeWasm: string;
  readonly faceDetector: string;
  readonly faceMesh: string;
  readonly personMask: string;
  readonly headParts: string;
}

/** Each kind of question and its answer. */
export interface StudioAnswers {
  /** Whether the models run. */
  readonly load: boolean;
  readonly analyse: PictureAnalysis | undefined;
  readonly keepLast: undefined;
  readonly takeBest: TakeResult;
  readonly take: TakeResult;
  readonly recut: TakeResult;
  readonly inspect: PictureAnalysis | undefined;
  readonly surroundings: TakeSurroundings | undefined;
  readonly drop: undefined;
  readonly clear: undefined;
}

export type StudioQuestion =
  | { readonly kind: 'load'; readonly paths: ModelPaths }
  | { readonly kind: 'analyse' | 'take'; readonly picture: Picture }
  | { readonly kind: 'keepLast' | 'takeBest' | 'clear' }
  | { readonly kind: 'recut'; readonly takeId: number; readonly cut: PhotoCut }
  | { readonly kind: 'inspect' | 'surroundings' | 'drop'; readonly takeId: number };

export interface StudioRequest {
  readonly number: number;
  readonly question: StudioQuestion;
}

export interface StudioReply {
  readonly number: number;
  readonly answer: StudioAnswers[keyof StudioAnswers];
}
