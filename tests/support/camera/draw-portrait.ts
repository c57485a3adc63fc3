import type { Colour } from './picture';

export interface PortraitDrawing {
  readonly width: number;
  readonly height: number;
  readonly stripWidth: number;
  readonly strip: Colour;
  /** The portrait as PNG, as high as the frame, in base64. */
  readonly png: string;
}

/**
 * Puts a portrait into the middle of a frame, its wall drawn out to both sides, and returns the JPEG in base64.
 * Runs inside a page, so it stands alone.
 */
export async function drawPortraitFrame({ width, height, stripWidth, strip, png }: PortraitDrawing): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  const file = new Blob([Uint8Array.from(atob(png), (character) => character.charCodeAt(0))], { type: 'image/png' });
  const portrait = await createImageBitmap(file);
  paint.drawImage(portrait, 0, 0, 1, portrait.height, 0, 0, width, height);
  paint.drawImage(portrait, (width - portrait.width) / 2, 0);
  paint.fillStyle = `rgb(${strip.join()})`;
  for (const x of [0, width - stripWidth]) paint.fillRect(x, 0, stripWidth, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
