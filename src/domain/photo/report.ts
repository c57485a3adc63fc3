import type { Override } from './exceptions/override';
import type { Sitting } from './exceptions/sitting';
import type { CheckResult } from './judgement/checks';
import type { PhotoMeasures } from './judgement/measures';
import type { PixelSize } from './photo-limits';

/** Short digests of the models that judged, by name; empty where none could run. */
export type ModelVersions = Readonly<Record<string, string>>;

/** How a photo came about and what was seen on it. It travels inside the envelope with the photo. */
export interface PhotoReport {
  readonly source: 'camera' | 'file';
  /** The camera's or the file's own picture. */
  readonly sourcePx: PixelSize;
  readonly sitting: Sitting;
  /** `bestFrame`: the best of the last seconds, taken because the shutter was pressed at a worse moment. */
  readonly shutter: 'automatic' | 'manual' | 'bestFrame' | 'none';
  /** Photos taken of this person, this one included. */
  readonly takes: number;
  readonly crop: 'automatic' | 'adjusted' | 'guide';
  readonly rollDegrees: number;
  /** On the very picture the photo was cut from; null where nothing could be measured. */
  readonly measures: PhotoMeasures | null;
  readonly checks: readonly CheckResult[];
  readonly models: ModelVersions;
  /** Names the thresholds that judged. */
  readonly thresholds: string;
  readonly overrides: readonly Override[];
}
