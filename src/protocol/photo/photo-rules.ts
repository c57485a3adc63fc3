import { overrideReasons } from '../../domain/photo/exceptions/override';
import type { PhotoThresholds } from '../../domain/photo/judgement/thresholds';
import type { PhotoRules } from '../../domain/photo/photo-rules';
import { z } from '../zod';

const threshold = z.number();

const thresholdsSchema = z.strictObject({
  mostSecondFaceShare: threshold,
  leastHeadHeightPx: threshold,
  leastCropMarginMm: threshold,
  mostRollDegrees: threshold,
  mostYawDegrees: threshold,
  mostPitchDegrees: threshold,
  leastEyeOpening: threshold,
  leastEyeContrast: threshold,
  mostGaze: threshold,
  mostMouthGap: threshold,
  mostMouthWidth: threshold,
  leastLight: threshold,
  mostFaceLuminance: threshold,
  mostBurntOutShare: threshold,
  mostSideDifference: threshold,
  mostGlareShare: threshold,
  leastSharpness: threshold,
  mostNoise: threshold,
  mostBackgroundGradient: threshold,
  mostBackgroundSpread: threshold,
  leastEyeRegionLuminance: threshold,
  mostHeadCoveringShare: threshold,
  mostFaceCoveringShare: threshold,
} satisfies Record<keyof PhotoThresholds, z.ZodType>);

/** What a municipality decides about photos; see the domain for what each threshold means. */
export const photoRulesSchema = z.strictObject({
  thresholdsName: z.string().min(1).max(64),
  thresholds: thresholdsSchema,
  // Without a reason to choose, a check would turn somebody away for good.
  overrideReasons: z.array(z.enum(overrideReasons)).min(1),
  isShutterAutomatic: z.boolean(),
}) satisfies z.ZodType<PhotoRules>;
