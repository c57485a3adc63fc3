import { expect, test } from 'vitest';
import { type GreyPicture, greyOf, halved, inverted, smoothed, stretched, turned } from '../../../src/capture/qr/grey-picture';

const picture = (widthPx: number, shades: readonly number[]): GreyPicture => ({
  pixels: Uint8ClampedArray.from(shades),
  widthPx,
  heightPx: shades.length / widthPx,
});

test('grey counts green twice and leaves transparency out', () => {
  const rgba = Uint8ClampedArray.from([100, 0, 0, 255, 0, 100, 0, 255, 0, 0, 100, 0, 255, 255, 255, 255]);
  expect(greyOf(rgba, 2, 2)).toEqual(picture(2, [25, 50, 25, 255]));
});

test('half the size is the mean of each four; an odd row or column is left out', () => {
  expect(halved(picture(3, [0, 10, 99, 20, 30, 99, 99, 99, 99]))).toEqual(picture(1, [15]));
});

test('smoothing is the mean of the neighbourhood, the border repeated', () => {
  const spot = picture(3, [0, 0, 0, 0, 90, 0, 0, 0, 0]);
  expect(smoothed(spot)).toEqual(
    picture(
      3,
      Array.from({ length: 9 }, () => 10),
    ),
  );
  const corner = picture(3, [90, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(smoothed(corner).pixels[0]).toBe(40);
});

test('stretching uses the whole scale and ignores a few stray pixels', () => {
  const pale = Array.from({ length: 200 }, (_, at) => (at < 100 ? 110 : 140));
  const { pixels } = stretched(picture(20, [255, 0, ...pale.slice(2)]));
  expect([pixels[50], pixels[150]]).toEqual([0, 255]);
});

test('a picture of one shade survives stretching', () => {
  expect(stretched(picture(2, [77, 77, 77, 77])).pixels).toHaveLength(4);
});

test('inverted twice is as before', () => {
  const some = picture(2, [0, 100, 200, 255]);
  expect(inverted(some)).toEqual(picture(2, [255, 155, 55, 0]));
  expect(inverted(inverted(some))).toEqual(some);
});

test('turned four times is as before, and once its rows are columns', () => {
  const some = picture(3, [1, 2, 3, 4, 5, 6]);
  expect(turned(some)).toEqual(picture(2, [4, 1, 5, 2, 6, 3]));
  expect(turned(turned(turned(turned(some))))).toEqual(some);
});
