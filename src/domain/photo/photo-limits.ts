/** What the official site accepts as an upload, and the print it stands for (facts.md, Photo: S and O). */
export const photoLimits = {
  minBytes: 20_480,
  maxBytes: 7_000_000,
  minEdgePx: 480,
  maxEdgePx: 6000,
  /** Printed size; the file's proportion is the same. */
  widthMm: 35,
  heightMm: 45,
} as const;

/** Size of the file we make where the camera gives that many pixels: 30 pixels a millimetre, 762 dpi. */
export const targetPhotoPx = { width: 1050, height: 1350 } as const;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The density that makes a picture this many pixels wide print 35 mm wide, in dots per inch. */
export function densityDpi(widthPx: number): number {
  return Math.round((widthPx / photoLimits.widthMm) * 25.4);
}
