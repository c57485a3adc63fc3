import type { Take } from '../../capture/studio/photo-studio';
import type { IdPhoto } from '../../domain/application/draft';
import type { Override } from '../../domain/photo/exceptions/override';
import type { Sitting } from '../../domain/photo/exceptions/sitting';
import type { PhotoCut } from '../../domain/photo/crop/photo-cut';
import type { PhotoRules } from '../../domain/photo/photo-rules';
import { type ModelVersions, type PhotoReport, reportPhoto, type Shutter } from '../../domain/photo/report';

/** One of the photos taken of a person, as long as the person is there. */
export interface Shot {
  readonly take: Take;
  readonly source: 'camera' | 'file';
  readonly shutter: Shutter;
  readonly sitting: Sitting;
  readonly models: ModelVersions;
  /** Whether somebody moved the cut by hand. */
  readonly isAdjusted: boolean;
  /** The cut it came with, once somebody has moved it. */
  readonly automaticCut?: PhotoCut;
  /** Whether it was looked at for coverings too. */
  readonly isInspected: boolean;
  /** The picture it was cut from is gone: somebody else was served meanwhile. */
  readonly isSettled?: boolean;
  /** Which photo of this person it is, from 1. */
  readonly number: number;
}

export function reportOf(shot: Shot, rules: PhotoRules, overrides: readonly Override[] = []): PhotoReport {
  const { take, source, shutter, sitting, models, isAdjusted, number } = shot;
  const crop = isAdjusted ? 'adjusted' : take.cutBy === 'guide' ? 'guide' : 'automatic';
  const { sourcePx, cut, analysis } = take;
  const measures = analysis?.measures ?? null;
  const { rollDegrees } = cut;
  return reportPhoto(
    { source, sourcePx, sitting, shutter, takes: number, crop, rollDegrees, measures, models },
    rules,
    overrides,
  );
}

export function idPhotoOf(shot: Shot, report: PhotoReport): IdPhoto {
  const { bytes, widthPx, heightPx } = shot.take;
  return { bytes, widthPx, heightPx, report };
}
