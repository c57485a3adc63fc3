import type { Page } from '@playwright/test';
import { encodePng } from '../../support/portrait/png';
import { drawPortrait } from '../../support/portrait/portrait';
import { greyPng, heicHeader, jpegHeader, withOrientation } from '../../support/picture-files';
import { evaluateFile, expect, test } from '../../support/studio/studio-journey';

const portrait = encodePng(drawPortrait({ width: 810, height: 1080 }));

interface Turning {
  readonly png: string;
  readonly orientation: number;
}

/** Runs in the page: a JPEG of the picture as a camera stores it that was held in the way EXIF then tells. */
async function storeTurned({ png, orientation }: Turning): Promise<string> {
  const upright = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]));
  const isSideways = orientation > 4;
  const canvas = new OffscreenCanvas(isSideways ? upright.height : upright.width, isSideways ? upright.width : upright.height);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  const { width, height } = canvas;
  const turns: Record<number, [number, number, number, number, number, number]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, -1, 1, 0, 0, height],
    7: [0, -1, -1, 0, width, height],
    8: [0, 1, -1, 0, width, 0],
  };
  paint.setTransform(...(turns[orientation] ?? [1, 0, 0, 1, 0, 0]));
  paint.drawImage(upright, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function turnedJpeg(page: Page, orientation: number): Promise<Buffer> {
  const stored = await page.evaluate(storeTurned, { png: portrait.toString('base64'), orientation });
  return withOrientation(Buffer.from(stored, 'base64'), orientation);
}

test('a photo is upright whichever way the camera was held', async ({ studio }) => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const { failed } = await evaluateFile(studio, 'photo.jpg', await turnedJpeg(studio, orientation));
    expect(failed, `orientation ${String(orientation)}`).toEqual([]);
  }
});

test('a file with another’s name is read for what it is', async ({ studio }) => {
  expect((await evaluateFile(studio, 'portrait.jpg', portrait)).verdict).toBe('acceptable');
});

test('a picture of 100 megapixels is looked at like any other', async ({ studio }) => {
  expect((await evaluateFile(studio, 'huge.png', greyPng(10_000, 10_000))).failed).toEqual(['face']);
});

const refused: readonly [string, Buffer][] = [
  ['empty', Buffer.alloc(0)],
  ['notAPicture', Buffer.from('no picture')],
  ['corrupt', portrait.subarray(0, 40_000)],
  ['corrupt', jpegHeader()],
  ['animated', Buffer.from('GIF89a')],
  ['cmyk', jpegHeader({ components: 4 })],
  ['tooSmall', greyPng(300, 400)],
  ['heicNotHere', heicHeader()],
];

for (const [problem, file] of refused) {
  test(`a file that is ${problem} (${String(file.byteLength)} bytes) is refused as that`, async ({ studio }) => {
    expect((await evaluateFile(studio, 'photo.jpg', file)).failed).toEqual([problem]);
  });
}
