import type { Colour } from './picture';

export interface PortraitDrawing {
  readonly width: number;
  readonly height: number;
  readonly stripWidth: number;
  readonly strip: Colour;
}

/**
 * Draws an invented head and shoulders before a plain wall and returns the JPEG in base64. Runs inside a page, so
 * it stands alone. A fine grain makes the file's bytes its own: a flat picture would share long runs with any other.
 */
export async function drawPortrait({ width, height, stripWidth, strip }: PortraitDrawing): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  const middle = width / 2;
  const oval = (style: string, x: number, y: number, rx: number, ry: number): void => {
    paint.fillStyle = style;
    paint.beginPath();
    paint.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
    paint.fill();
  };
  const box = (style: string, x: number, y: number, w: number, h: number): void => {
    paint.fillStyle = style;
    paint.fillRect(x, y, w, h);
  };
  box('#dfe6ea', 0, 0, width, height);
  oval('#2f4a6b', middle, 1150, 420, 250);
  box('#d9a98a', middle - 95, 720, 190, 240);
  oval('#2a2320', middle, 400, 285, 320);
  oval('#e3b596', middle, 500, 245, 330);
  for (const side of [-1, 1]) {
    oval('#fbfbfb', middle + side * 95, 470, 42, 22);
    oval('#2b1d14', middle + side * 95, 470, 19, 19);
    box('#2a2320', middle + side * 95 - 50, 410, 100, 14);
  }
  oval('#c98f72', middle, 580, 30, 42);
  oval('#a8554f', middle, 690, 78, 18);
  const image = paint.getImageData(0, 0, width, height);
  let seed = 20170929;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const grain = (seed >>> 28) - 8;
    for (let channel = 0; channel < 3; channel += 1) image.data[at + channel] = (image.data[at + channel] ?? 0) + grain;
  }
  paint.putImageData(image, 0, 0);
  for (const x of [0, width - stripWidth]) box(`rgb(${strip.join()})`, x, 0, stripWidth, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
