import { expect, it } from 'vitest';
import { keepingOf } from '../../../src/queue/bytes/sealed-bytes';

const bytes = new Uint8Array([1, 2, 3]);

it('keeps sealed bytes in a file where Chromium does so anyway', () => {
  expect(keepingOf('Google Inc.')(bytes)).toBeInstanceOf(Blob);
});

it.each(['Apple Computer, Inc.', ''])('keeps them in the record where files have been lost, or nobody looked (%s)', (vendor) => {
  expect(keepingOf(vendor)(bytes)).toBeInstanceOf(ArrayBuffer);
});
