import { BrowserQRCodeReader } from '@zxing/browser';
import { BinaryBitmap, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import { type GreyPicture, halved, inverted, smoothed, stretched, turned } from './grey-picture';

/**
 * The ways to look at a frame. The decoder finds nothing in a noisy or pale picture as it comes, and that is
 * what a gymnasium gives; the first costs least and reads most, so every frame has it.
 */
const firstLook = halved;
const furtherLooks: readonly ((picture: GreyPicture) => GreyPicture)[] = [
  smoothed,
  (picture) => stretched(smoothed(halved(picture))),
  (picture) => stretched(smoothed(smoothed(picture))),
  (picture) => inverted(smoothed(halved(picture))),
  // The decoder looks for the corners row by row. In about one code of 3,000 a row of the content looks like a corner to
  // it, at any size; across, it does not.
  (picture) => turned(halved(picture)),
];

/** Number of frames after which every way to look has been tried. */
export const looksInTurn = furtherLooks.length;

const reader = new BrowserQRCodeReader();

/**
 * Reads the QR code in a picture; undefined where none is found or its checksums do not hold. `frame` counts
 * the pictures: each gets the first look and, in turn, one of the others.
 */
export function readQr(picture: GreyPicture, frame: number): string | undefined {
  return look(firstLook(picture)) ?? look(furtherLooks[frame % looksInTurn]?.(picture) ?? picture);
}

function look({ pixels, widthPx, heightPx }: GreyPicture): string | undefined {
  try {
    const source = new RGBLuminanceSource(pixels, widthPx, heightPx);
    return reader.decodeBitmap(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch {
    return undefined;
  }
}
