import { expect, test } from 'vitest';
import { encodePhoto } from '../../src/capture/encode-photo';
import { readPhotoFile } from '../../src/domain/photo/photo-file';
import { exif, frameHeader, jfif, jpegOf } from './jpeg-segments';

/** An encoder that makes files of the size its picture has at each quality, and notes what it was asked. */
function encoderOf(bytesAt: (quality: number) => number, widthPx = 1050, heightPx = 1350) {
  const asked: number[] = [];
  const encode = (quality: number): Promise<Uint8Array> => {
    asked.push(quality);
    return Promise.resolve(jpegOf([jfif, exif, frameHeader(widthPx, heightPx)], bytesAt(quality)));
  };
  return { asked, encode };
}

test('an ordinary picture is encoded once, at the usual quality, 35 mm wide', async () => {
  const { asked, encode } = encoderOf(() => 150_000);
  const file = await encodePhoto(encode, 1050);
  expect(asked).toEqual([0.92]);
  expect(file && readPhotoFile(file)).toMatchObject({ kind: 'acceptable', facts: { densityDpi: 762, hasExif: false } });
});

test('a picture that comes out too small is encoded better, no more than needed', async () => {
  const { asked, encode } = encoderOf((quality) => (quality < 0.97 ? 15_000 : 25_000));
  expect((await encodePhoto(encode, 1050))?.byteLength).toBeGreaterThan(25_000);
  expect(asked).toEqual([0.92, 0.95, 0.97]);
});

test('a picture that comes out too large is encoded lower, no more than needed', async () => {
  const { asked, encode } = encoderOf((quality) => (quality > 0.8 ? 7_500_000 : 6_000_000));
  expect((await encodePhoto(encode, 1050))?.byteLength).toBeLessThan(7_000_000);
  expect(asked).toEqual([0.92, 0.85, 0.75]);
});

test('a picture of one colour, too small at every quality, is no photo', async () => {
  const { asked, encode } = encoderOf(() => 9_000);
  expect(await encodePhoto(encode, 1050)).toBeUndefined();
  expect(asked.at(-1)).toBe(1);
});

test('a picture of too few pixels is not helped by any quality', async () => {
  const { asked, encode } = encoderOf(() => 150_000, 479, 616);
  expect(await encodePhoto(encode, 479)).toBeUndefined();
  expect(asked).toEqual([0.92]);
});

test('a browser that cannot encode gives no photo', async () => {
  expect(await encodePhoto(() => Promise.resolve(undefined), 1050)).toBeUndefined();
  expect(await encodePhoto(() => Promise.resolve(new TextEncoder().encode('not a picture')), 1050)).toBeUndefined();
});
