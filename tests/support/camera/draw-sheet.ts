import type { QrModules } from './qr-modules';
import type { Colour } from './picture';

export interface SheetDrawing {
  readonly width: number;
  readonly height: number;
  readonly stripWidth: number;
  readonly strip: Colour;
  /** None for an empty desk. */
  readonly code: QrModules | undefined;
}

/** Draws a sheet of paper with a code on a desk and returns the JPEG in base64. Runs inside a page, so it stands alone. */
export async function drawSheet({ width, height, stripWidth, strip, code }: SheetDrawing): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  const fill = (style: string, x: number, y: number, w: number, h: number): void => {
    paint.fillStyle = style;
    paint.fillRect(x, y, w, h);
  };
  fill('#b9a58c', 0, 0, width, height);
  for (const x of [0, width - stripWidth]) fill(`rgb(${strip.join()})`, x, 0, stripWidth, height);
  if (code) {
    fill('#fdfdfa', 460, 40, 1000, 1000);
    for (let line = 0; line < 5; line += 1) fill('#8a8f96', 540, 90 + line * 34, 840 - line * 70, 10);
    const cell = Math.floor(640 / code.size);
    const left = Math.floor((width - cell * code.size) / 2);
    code.modules.forEach((dark, index) => {
      if (dark === 1) fill('#101010', left + (index % code.size) * cell, 320 + Math.floor(index / code.size) * cell, cell, cell);
    });
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
