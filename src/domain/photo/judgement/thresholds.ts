/**
 * Where each measure passes. Configuration may move them: they were set on few faces (capture/README.md says which)
 * and keep a margin on both sides. A wrong refusal costs a resident half a minute, a wrong acceptance a month.
 */
export interface PhotoThresholds {
  readonly mostSecondFaceShare: number;
  readonly leastHeadHeightPx: number;
  readonly leastCropMarginMm: number;
  readonly mostRollDegrees: number;
  readonly mostYawDegrees: number;
  readonly mostPitchDegrees: number;
  readonly leastEyeOpening: number;
  readonly leastEyeContrast: number;
  readonly mostGaze: number;
  readonly mostMouthGap: number;
  readonly mostMouthWidth: number;
  /** Of the face's luma and half the eye whites' together: dark skin in good light passes, pale skin in bad does not. */
  readonly leastLight: number;
  readonly mostFaceLuminance: number;
  readonly mostBurntOutShare: number;
  readonly mostSideDifference: number;
  readonly mostGlareShare: number;
  readonly leastSharpness: number;
  readonly mostNoise: number;
  readonly mostBackgroundGradient: number;
  readonly mostBackgroundSpread: number;
  readonly leastEyeRegionLuminance: number;
  readonly mostHeadCoveringShare: number;
  readonly mostFaceCoveringShare: number;
}

/** Names this set in reports; changes whenever a number does. */
export const defaultThresholdsName = '2026-11-b';

export const defaultThresholds: PhotoThresholds = {
  mostSecondFaceShare: 0.1,
  // 13.8 pixels a millimetre: the crop is at least 480 wide without scaling up.
  leastHeadHeightPx: 470,
  leastCropMarginMm: 0,
  mostRollDegrees: 7,
  mostYawDegrees: 8,
  mostPitchDegrees: 11,
  leastEyeOpening: 0.19,
  leastEyeContrast: 0.45,
  mostGaze: 0.5,
  mostMouthGap: 0.05,
  mostMouthWidth: 1.02,
  leastLight: 0.6,
  mostFaceLuminance: 0.84,
  mostBurntOutShare: 0.1,
  mostSideDifference: 0.24,
  mostGlareShare: 0.012,
  leastSharpness: 2.15,
  mostNoise: 5,
  mostBackgroundGradient: 2.5,
  mostBackgroundSpread: 12,
  leastEyeRegionLuminance: 0.32,
  mostHeadCoveringShare: 0.65,
  mostFaceCoveringShare: 0.2,
};
