import type { QrAnswer, QrQuestion } from './qr-decoder';
import { greyOf } from './grey-picture';
import { readQr } from './read-qr';

let frame = 0;

self.addEventListener('message', ({ data: { rgba, widthPx, heightPx } }: MessageEvent<QrQuestion>) => {
  const answer: QrAnswer = { payload: readQr(greyOf(rgba, widthPx, heightPx), frame) };
  frame += 1;
  self.postMessage(answer);
});
