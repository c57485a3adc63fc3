import { overrideReasons } from '../../domain/photo/exceptions/override';
import { sittings } from '../../domain/photo/exceptions/sitting';
import { photoChecks, type CheckVerdict } from '../../domain/photo/judgement/checks';
import type { MeasureName } from '../../domain/photo/judgement/measures';
import { cropWays, type PhotoReport, shutters } from '../../domain/photo/report';
import { opaqueIdField } from '../fields';
import { z } from '../zod';

const verdicts = ['passed', 'failed', 'advised', 'notChecked', 'waived'] as const satisfies readonly CheckVerdict[];

const measure = z.number().nullable();
const checkField = z.enum(photoChecks);

const measuresSchema = z.strictObject({
  faces: z.int().min(0),
  secondFaceShare: z.number(),
  headHeightPx: measure,
  cropMarginMm: measure,
  yawDegrees: measure,
  pitchDegrees: measure,
  rollDegrees: measure,
  eyeOpening: measure,
  eyeContrast: measure,
  gaze: measure,
  mouthGap: measure,
  mouthWidth: measure,
  faceLuminance: measure,
  eyeWhiteLuminance: measure,
  burntOutShare: measure,
  lostInBlackShare: measure,
  sideDifference: measure,
  sharpness: measure,
  noise: measure,
  backgroundGradient: measure,
  backgroundSpread: measure,
  eyeRegionLuminance: measure,
  headCoveringShare: measure,
  faceCoveringShare: measure,
} satisfies Record<MeasureName, z.ZodType>);

/** How a photo came about, what was seen on it, and who decided what in spite of it. */
export const photoReportSchema = z.strictObject({
  source: z.enum(['camera', 'file']),
  sourcePx: z.strictObject({ width: z.int(), height: z.int() }),
  sitting: z.enum(sittings),
  shutter: z.enum(shutters),
  takes: z.int().min(1),
  crop: z.enum(cropWays),
  rollDegrees: z.number(),
  measures: measuresSchema.nullable(),
  models: z.record(z.string().max(40), z.string().regex(/^[0-9a-f]{8,64}$/)),
  checks: z.array(z.strictObject({ check: checkField, verdict: z.enum(verdicts) })).max(photoChecks.length),
  thresholds: z.string().min(1).max(64),
  overrides: z
    .array(
      z.strictObject({
        checks: z.array(checkField).max(photoChecks.length),
        reason: z.enum(overrideReasons),
        by: opaqueIdField.nullable(),
      }),
    )
    .max(20),
}) satisfies z.ZodType<PhotoReport>;
