import { describe, expect, it } from 'vitest';
import { readApplication } from '../../src/domain/application/application';
import { readPhotoFile } from '../../src/domain/photo/photo-file';
import { applicationDocumentSchema } from '../../src/protocol/application-document';
import { configurationSchema } from '../../src/protocol/configuration';
import { manifestSchema } from '../../src/protocol/manifest';
import * as samples from '../support/sample-application';
import { sampleJpeg } from '../support/sample-jpeg';

describe('the samples that other tests build upon', () => {
  it('fit the schemas', () => {
    expect(applicationDocumentSchema.parse(samples.sampleDocument())).toEqual(samples.sampleDocument());
    expect(manifestSchema.parse(samples.sampleManifest())).toEqual(samples.sampleManifest());
    expect(configurationSchema.parse(samples.sampleConfiguration())).toEqual(samples.sampleConfiguration());
  });

  it('are a complete application', () => {
    const reading = readApplication(samples.sampleDraft(), samples.sampleDay);
    expect(reading).toMatchObject({ kind: 'complete', application: { birthDate: samples.sampleBirthDate } });
  });

  it('make photo files of an exact size and shape', () => {
    for (const byteLength of [20_480, 24_000, 60_100, 131_000, 300_000]) {
      const bytes = sampleJpeg({ byteLength, widthPx: 600, heightPx: 771 });
      expect(bytes.byteLength).toBe(byteLength);
      expect(readPhotoFile(bytes)).toMatchObject({ kind: 'acceptable', facts: { widthPx: 600, heightPx: 771 } });
    }
    expect(sampleJpeg({ seed: 2 })).not.toEqual(sampleJpeg({ seed: 3 }));
  });
});
