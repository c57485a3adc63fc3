import { type OverrideReason, overrideReasons } from './exceptions/override';
import { defaultThresholds, defaultThresholdsName, type PhotoThresholds } from './judgement/thresholds';

/** What a municipality decides about photos: configuration, so that it can change without a new version. */
export interface PhotoRules {
  /** Names the thresholds in reports; whoever changes a threshold gives another name. */
  readonly thresholdsName: string;
  readonly thresholds: PhotoThresholds;
  /** Reasons offered for keeping a photo in spite of a check; at least one, so that nobody is ever turned away. */
  readonly overrideReasons: readonly OverrideReason[];
  /** Whether the shutter releases by itself until somebody switches it off. */
  readonly isShutterAutomatic: boolean;
}

export const defaultPhotoRules: PhotoRules = {
  thresholdsName: defaultThresholdsName,
  thresholds: defaultThresholds,
  overrideReasons,
  isShutterAutomatic: true,
};
