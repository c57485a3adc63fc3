import { describe, expect, it } from 'vitest';
import { photoFileProblems, readPhotoFile } from '../../../src/domain/photo/photo-file';
import { sampleJpeg, type SampleJpeg } from '../../support/sample-jpeg';

const problemOf = (sample: SampleJpeg): string | undefined => {
  const reading = readPhotoFile(sampleJpeg(sample));
  return reading.kind === 'refused' ? reading.problem : undefined;
};

const borders: readonly [SampleJpeg, string | undefined][] = [
  [{ byteLength: 20_479 }, 'tooFewBytes'],
  [{ byteLength: 20_480 }, undefined],
  [{ widthPx: 479 }, 'wrongPixels'],
  [{ heightPx: 479 }, 'wrongPixels'],
  [{ widthPx: 480, heightPx: 480 }, undefined],
  [{ widthPx: 6000, heightPx: 6000 }, undefined],
  [{ widthPx: 6001 }, 'wrongPixels'],
  [{ heightPx: 6001 }, 'wrongPixels'],
  [{ components: 1 }, 'notColour'],
  [{ components: 4 }, 'notColour'],
  [{ hasExif: true }, 'carriesExif'],
];

/** The sample with its last comment repeated up to a size. */
function jpegOf(byteLength: number): Uint8Array {
  const sample = sampleJpeg({ byteLength: 20_480 });
  const bytes = new Uint8Array(byteLength);
  bytes.set(sample);
  bytes.set([0xff, 0xd9], byteLength - 2);
  return bytes;
}

describe('the official limits of a photo file', () => {
  it.each(borders)('judge %o', (sample, problem) => {
    expect(problemOf(sample)).toBe(problem);
  });

  it('stop at 7 MB', () => {
    expect(readPhotoFile(jpegOf(7_000_000)).kind).toBe('acceptable');
    expect(readPhotoFile(jpegOf(7_000_001))).toEqual({ kind: 'refused', problem: 'tooManyBytes' });
  });

  it('refuse what is no JPEG', () => {
    expect(readPhotoFile(new Uint8Array(30_000))).toEqual({ kind: 'refused', problem: 'notJpeg' });
    expect(readPhotoFile(sampleJpeg().subarray(0, 23_000))).toEqual({ kind: 'refused', problem: 'notJpeg' });
  });

  it('are each reached here', () => {
    const reached = new Set([...borders.map(([, problem]) => problem), 'tooManyBytes', 'notJpeg']);
    expect(photoFileProblems.filter((problem) => !reached.has(problem))).toEqual([]);
  });
});
