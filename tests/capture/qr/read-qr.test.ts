import { expect, test } from 'vitest';
import type { GreyPicture } from '../../../src/capture/qr/grey-picture';
import { looksInTurn, readQr } from '../../../src/capture/qr/read-qr';
import { type CodeView, drawCode } from './draw-code';

const payload = 'https://form.example.jp/entry/action.do?id=11122223333444455556666&language=ja&version=1';
const clear: CodeView = { payload, edgePx: 600, share: 0.6, turnRad: 0.3, paper: 230, ink: 30, noise: 2 };

const nothing = Array.from({ length: looksInTurn }, () => undefined);

/** What the frames of one whole turn read. */
const readInTurn = (picture: GreyPicture): (string | undefined)[] =>
  Array.from({ length: looksInTurn }, (_, frame) => readQr(picture, frame));

test.each([0, 0.4, 0.8, Math.PI / 2, 3])('a clear code is read within a turn when it lies at %f rad', (turnRad) => {
  expect(readInTurn(drawCode({ ...clear, turnRad }))).toContain(payload);
});

test('a pale code in noise, as in a gymnasium, is read within a turn', () => {
  expect(readInTurn(drawCode({ ...clear, paper: 150, ink: 105, noise: 16 }))).toContain(payload);
});

test('a light code on a dark screen is read within a turn', () => {
  expect(readInTurn(drawCode({ ...clear, paper: 20, ink: 220 }))).toContain(payload);
});

test('noise without a code reads as nothing', () => {
  expect(readInTurn(drawCode({ ...clear, paper: 128, ink: 128, noise: 60 }))).toEqual(nothing);
});

test('a code cut in half reads as nothing, never as part of it', () => {
  const { pixels, ...size } = drawCode(clear);
  const half = { ...size, pixels: pixels.map((shade, at) => (at % size.widthPx > size.widthPx / 2 ? 230 : shade)) };
  expect(readInTurn(half)).toEqual(nothing);
});
