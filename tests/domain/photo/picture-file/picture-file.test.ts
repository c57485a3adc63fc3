import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestPictureFileBytes, readPictureFile } from '../../../../src/domain/photo/picture-file/picture-file';
import { greyPng, heicHeader, jpegHeader, withOrientation } from '../../../support/picture-files';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const webp = (flags: number): Buffer =>
  Buffer.concat([ascii('RIFF'), Buffer.alloc(4), ascii('WEBPVP8X'), Buffer.alloc(4), Buffer.from([flags])]);

describe('a picture file', () => {
  it.each([
    ['a JPEG', jpegHeader(), { format: 'jpeg', size: { width: 1000, height: 1300 } }],
    ['a JPEG in grey', jpegHeader({ components: 1 }), { format: 'jpeg', size: { width: 1000, height: 1300 } }],
    ['a JPEG with EXIF', withOrientation(jpegHeader(), 6), { format: 'jpeg', size: { width: 1000, height: 1300 } }],
    ['a JPEG with something behind', Buffer.concat([jpegHeader(), Buffer.alloc(99)]), { format: 'jpeg' }],
    ['a PNG', greyPng(640, 480), { format: 'png', size: { width: 640, height: 480 } }],
    ['a HEIC', heicHeader(), { format: 'heic', size: undefined }],
    ['a WebP', webp(0), { format: 'webp', size: undefined }],
  ])('is read for %s by its bytes', (_what, bytes, facts) => {
    expect(readPictureFile(bytes)).toMatchObject({ kind: 'picture', ...facts });
  });

  it.each([
    ['empty', 'nothing at all', Buffer.alloc(0)],
    ['notAPicture', 'a text', ascii('申請書の写し')],
    ['notAPicture', 'a page', ascii('<!doctype html><img>')],
    ['unsupported', 'a PDF', ascii('%PDF-1.7')],
    ['unsupported', 'a TIFF', Buffer.from([0x49, 0x49, 0x2a, 0])],
    ['corrupt', 'a JPEG that was cut off', jpegHeader({ isWhole: false })],
    ['corrupt', 'a JPEG that ends in its header', jpegHeader().subarray(0, 12)],
    ['corrupt', 'a PNG that was cut off', greyPng(640, 480).subarray(0, -12)],
    ['animated', 'a GIF', ascii('GIF89a')],
    ['animated', 'a moving PNG', greyPng(640, 480, true)],
    ['animated', 'a moving WebP', webp(2)],
    ['cmyk', 'a JPEG in printers’ colours', jpegHeader({ components: 4 })],
    ['tooSmall', 'a small JPEG', jpegHeader({ width: 479 })],
    ['tooLarge', 'more pixels than a tablet holds', jpegHeader({ width: 60_000, height: 60_000 })],
    ['tooLarge', 'a huge file', { byteLength: largestPictureFileBytes + 1 } as Uint8Array],
  ])('is refused as %s where it is %s', (problem, _what, bytes) => {
    expect(readPictureFile(bytes)).toEqual({ kind: 'refused', problem });
  });

  it('never makes the reader stumble, whatever its bytes', () => {
    const anyBytes = fc.uint8Array({ maxLength: 200 });
    const broken = fc
      .tuple(fc.constantFrom(jpegHeader(), greyPng(640, 480), heicHeader()), fc.nat(60), fc.nat(255))
      .map(([file, at, byte]) => Uint8Array.from(file, (value, index) => (index === at ? byte : value)));
    fc.assert(fc.property(fc.oneof(anyBytes, broken), (bytes) => ['picture', 'refused'].includes(readPictureFile(bytes).kind)));
  });
});
