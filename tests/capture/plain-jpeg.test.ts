import { expect, test } from 'vitest';
import { plainJpeg } from '../../src/capture/plain-jpeg';
import { readJpeg } from '../../src/domain/photo/jpeg';
import { adobe, ascii, colourProfile, comment, exif, frameHeader, jfif, jpegOf, quantisation, segment } from './jpeg-segments';

const plainStart = segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const picture = [quantisation, frameHeader(600, 772)];

test('what a browser adds is left out, the picture stays byte for byte', () => {
  const asWebKitWrites = jpegOf([jfif, exif, colourProfile, ...picture, comment]);
  expect(plainJpeg(asWebKitWrites)).toEqual(jpegOf([plainStart, ...picture]));
});

test('a file without a JFIF header gets one, so that its density can be set', () => {
  expect(plainJpeg(jpegOf([exif, ...picture]))).toEqual(jpegOf([plainStart, ...picture]));
});

test('how the colours are coded is kept', () => {
  expect(plainJpeg(jpegOf([jfif, adobe, ...picture]))).toEqual(jpegOf([plainStart, adobe, ...picture]));
});

test('no EXIF is left for the reader of the office', () => {
  const plain = plainJpeg(jpegOf([jfif, exif, ...picture]));
  expect(plain && readJpeg(plain)).toMatchObject({ hasExif: false, widthPx: 600, heightPx: 772 });
});

test.each([
  ['nothing', Uint8Array.from([])],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['a JPEG cut off before its scan', jpegOf([jfif, ...picture]).subarray(0, 60)],
])('%s is no JPEG', (_name, bytes) => {
  expect(plainJpeg(bytes)).toBeUndefined();
});
