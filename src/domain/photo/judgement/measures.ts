import type { PixelSize } from '../photo-limits';

/** A place in a picture, in its own pixels from the top left. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** Where the head is, all in pixels of the picture as it came. */
export interface HeadPlace {
  /** Middle between the two eye centres. */
  readonly eyes: PicturePoint;
  readonly chin: PicturePoint;
  /** Top of the head, hair included, on the line from the chin through the eyes. */
  readonly crown: PicturePoint;
}

/**
 * What was measured on one picture of one face. `null` where it could not be measured. Which of them follow
 * ISO/IEC 29794-5 and which are ours stands in the table of capture/README.md.
 */
export interface PhotoMeasures {
  /** Faces found. */
  readonly faces: number;
  /** Area of the second largest face over that of the largest; 0 where there is one. */
  readonly secondFaceShare: number;
  /** Crown to chin, in pixels of the source. */
  readonly headHeightPx: number | null;
  /** The least distance of the 35:45 crop's corners from the frame's border, in printed mm; negative outside. */
  readonly cropMarginMm: number | null;
  /** Turned; positive to the picture's right. */
  readonly yawDegrees: number | null;
  /** Nodded; positive: the chin is down. */
  readonly pitchDegrees: number | null;
  /** Tilted; positive: counter-clockwise as seen. */
  readonly rollDegrees: number | null;
  /** Height of the iris that shows, in eye widths; the worse eye. */
  readonly eyeOpening: number | null;
  /** Contrast of iris to skin, 0–1; the worse eye. */
  readonly eyeContrast: number | null;
  /** Where the irises look, in half eye widths from the middle; positive to the picture's right. */
  readonly gaze: number | null;
  /** Gap between the inner lips over the distance from eyes to chin. */
  readonly mouthGap: number | null;
  /** Width of the mouth over the distance between the eyes. */
  readonly mouthWidth: number | null;
  /** Mean luma of the face, 0–1. */
  readonly faceLuminance: number | null;
  /** Luma of the whites of the eyes, 0–1: what light there is, whatever the skin. */
  readonly eyeWhiteLuminance: number | null;
  /** Share of the face that is burnt out (luma ≥ 247). */
  readonly burntOutShare: number | null;
  /** Share of the face that is lost in black (luma ≤ 25). */
  readonly lostInBlackShare: number | null;
  /** Difference of the two cheeks' luma over their mean. */
  readonly sideDifference: number | null;
  /** 9 over the width of the face's edges in pixels at 96 pixels between the eyes; larger is sharper. */
  readonly sharpness: number | null;
  /** Standard deviation of the noise on skin, in luma steps of 255, at the same size. */
  readonly noise: number | null;
  /** 98th percentile of the gradient behind the head, in steps of 255 a pixel of a 256×256 view of the picture. */
  readonly backgroundGradient: number | null;
  /** Spread of the colours behind around an even slope of light, in steps of 255. */
  readonly backgroundSpread: number | null;
  /** Luma around the eyes over that of the cheeks. */
  readonly eyeRegionLuminance: number | null;
  /** Share of the head above the face that is neither hair nor skin. */
  readonly headCoveringShare: number | null;
  /** Share of the face below the eyes that is not skin: a mask, a hand, a scarf. */
  readonly faceCoveringShare: number | null;
}
export type MeasureName = keyof PhotoMeasures;

/** What the analysis says of one picture. */
export interface PictureAnalysis {
  readonly frame: PixelSize;
  /** Undefined where no face was found. */
  readonly head: HeadPlace | undefined;
  readonly measures: PhotoMeasures;
}
