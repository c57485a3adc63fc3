import type { Override } from './exceptions/override';
import type { Sitting } from './exceptions/sitting';
import { type CheckResult, photoChecks } from './judgement/checks';
import { judgePicture } from './judgement/judge';
import type { PhotoMeasures } from './judgement/measures';
import type { PixelSize } from './photo-limits';
import type { PhotoRules } from './photo-rules';

/** Short digests of the models that judged, by name; empty where none could run. */
export type ModelVersions = Readonly<Record<string, string>>;

/**
 * How the shutter was released. `bestFrame`: the best of the last seconds, taken because the shutter was pressed
 * at a worse moment. `none`: the photo came from a file.
 */
export const shutters = ['automatic', 'manual', 'bestFrame', 'none'] as const;
export type Shutter = (typeof shutters)[number];

/** `adjusted`: by hand. `guide`: no head was found, the guide's rectangle was taken. */
export const cropWays = ['automatic', 'adjusted', 'guide'] as const;
export type CropWay = (typeof cropWays)[number];

/** How a photo came about. */
export interface PhotoOrigin {
  readonly source: 'camera' | 'file';
  /** The camera's or the file's own picture. */
  readonly sourcePx: PixelSize;
  readonly sitting: Sitting;
  readonly shutter: Shutter;
  /** Photos taken of this person, this one included. */
  readonly takes: number;
  readonly crop: CropWay;
  readonly rollDegrees: number;
  /** On the very picture the photo was cut from; null where nothing could be measured. */
  readonly measures: PhotoMeasures | null;
  readonly models: ModelVersions;
}

/** How a photo came about and what was seen on it. It travels inside the envelope with the photo. */
export interface PhotoReport extends PhotoOrigin {
  readonly checks: readonly CheckResult[];
  /** Names the thresholds that judged. */
  readonly thresholds: string;
  readonly overrides: readonly Override[];
}

/** Judges a photo by its municipality's rules. Without measures every check is "not checked". */
export function reportPhoto(origin: PhotoOrigin, rules: PhotoRules, overrides: readonly Override[] = []): PhotoReport {
  const { sitting } = origin;
  const measures = origin.measures && plainMeasures(origin.measures);
  const checks = measures
    ? judgePicture(measures, rules.thresholds, sitting)
    : photoChecks.map((check): CheckResult => ({ check, verdict: 'notChecked' }));
  return { ...origin, measures, checks, thresholds: rules.thresholdsName, overrides };
}

const decimals = 10_000;

/** Numbers that can be written down: a measure that came out as none is not measured. */
function plainMeasures(measures: PhotoMeasures): PhotoMeasures {
  const plain = Object.entries(measures).map(([name, value]: [string, number | null]) => [name, plainNumber(value)]);
  return { ...measures, ...(Object.fromEntries(plain) as Partial<PhotoMeasures>) };
}

function plainNumber(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * decimals) / decimals;
}
