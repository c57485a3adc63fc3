import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpeg, withDensity } from '../../../src/domain/photo/jpeg';
import { densityDpi } from '../../../src/domain/photo/photo-limits';
import { sampleJpeg } from '../../support/sample-jpeg';

const small = sampleJpeg({ byteLength: 200, widthPx: 600, heightPx: 771 });

/** The file with bytes put in front of everything that follows the start marker. */
function withInserted(jpeg: Uint8Array, inserted: readonly number[]): Uint8Array {
  return new Uint8Array([...jpeg.subarray(0, 2), ...inserted, ...jpeg.subarray(2)]);
}

describe('reading a JPEG', () => {
  it('finds size, colour, Exif and density', () => {
    const facts = { widthPx: 600, heightPx: 771, components: 3, hasExif: false, densityDpi: undefined };
    expect(readJpeg(small)).toEqual(facts);
    expect(readJpeg(sampleJpeg({ components: 4 }))).toMatchObject({ components: 4, widthPx: 1050, heightPx: 1350 });
    expect(readJpeg(sampleJpeg({ hasExif: true }))).toMatchObject({ hasExif: true });
    expect(readJpeg(withDensity(small, 762))).toEqual({ ...facts, densityDpi: 762 });
  });

  it('reads a view into a larger buffer', () => {
    const around = new Uint8Array(small.byteLength + 20);
    around.set(small, 7);
    expect(readJpeg(around.subarray(7, 7 + small.byteLength))).toMatchObject({ widthPx: 600 });
  });

  it('passes fill bytes before a marker (T.81 B.1.1.2), so that Exif behind them is found', () => {
    const exif = [0xff, 0xff, 0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0];
    expect(readJpeg(withInserted(small, exif))).toMatchObject({ hasExif: true, widthPx: 600 });
  });

  it('takes no density from a segment that is not JFIF', () => {
    const other = [0xff, 0xe0, 0, 16, 0x41, 0x56, 0x49, 0x31, 0, 1, 2, 1, 0, 72, 0, 72, 0, 0];
    expect(readJpeg(withInserted(small, other))).toMatchObject({ densityDpi: undefined });
  });

  it('never throws on other bytes, nor on a file cut or changed anywhere', () => {
    const start = fc.constant([0xff, 0xd8, 0xff]);
    const framed = fc
      .tuple(start, fc.uint8Array({ maxLength: 300 }))
      .map(([head, rest]) => new Uint8Array([...head, ...rest, 0xff, 0xd9]));
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), framed), (bytes) => Number.isInteger(readJpeg(bytes)?.widthPx ?? 0)));
    for (let length = 0; length < small.byteLength; length += 1) {
      expect(readJpeg(small.subarray(0, length))).toBeUndefined();
      const changed = small.slice();
      changed[length] = (changed[length] ?? 0) ^ 0xff;
      readJpeg(changed);
    }
  });
});

describe('the print density', () => {
  it('changes five bytes of the header and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 200, max: 5000 }), (dpi, byteLength) => {
        const before = sampleJpeg({ byteLength });
        const after = withDensity(before, dpi);
        expect(before).toEqual(sampleJpeg({ byteLength }));
        expect(readJpeg(after)).toEqual({ ...readJpeg(before), densityDpi: dpi });
        expect([...after.subarray(13, 18)]).toEqual([1, dpi >> 8, dpi & 0xff, dpi >> 8, dpi & 0xff]);
        expect(after.subarray(0, 13)).toEqual(before.subarray(0, 13));
        expect(after.subarray(18)).toEqual(before.subarray(18));
      }),
    );
  });

  it('is given only to a JFIF file', () => {
    expect(() => withDensity(new Uint8Array(100), 762)).toThrow(TypeError);
    expect(() => withDensity(new Uint8Array(), 762)).toThrow(TypeError);
    expect(() => withDensity(small.subarray(0, 10), 762)).toThrow(TypeError);
  });

  it('prints 35 mm wide', () => {
    expect(densityDpi(1050)).toBe(762);
    expect(densityDpi(480)).toBe(348);
    expect((1050 / densityDpi(1050)) * 25.4).toBeCloseTo(35, 1);
  });
});
