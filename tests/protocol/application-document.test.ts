import { describe, expect, it } from 'vitest';
import { photoLimits } from '../../src/domain/photo/photo-limits';
import { applicationDocumentSchema, isPhotoAsDescribed, sharedFacts } from '../../src/protocol/application-document';
import { wireLimits } from '../../src/protocol/limits';
import { manifestSchema } from '../../src/protocol/manifest';
import { sampleDocument } from '../support/sample-application';
import { sampleJpeg } from '../support/sample-jpeg';

describe('application.json', () => {
  it('shares with the manifest exactly the facts that may be known in the clear', () => {
    const inside = Object.keys(applicationDocumentSchema.shape);
    const outside = Object.keys(manifestSchema.shape);
    const shared = inside.filter((name) => outside.includes(name) && name !== 'photo');
    expect([...sharedFacts].sort()).toEqual(shared.sort());
    const personal = inside.filter((name) => !shared.includes(name) && !['schema', 'schemaVersion', 'photo'].includes(name));
    expect(personal).toContain('applicant');
    expect(outside.filter((name) => personal.includes(name))).toEqual([]);
  });

  it('describes its photo, or the lack of one', () => {
    const document = sampleDocument();
    expect(isPhotoAsDescribed(document, sampleJpeg())).toBe(true);
    expect(isPhotoAsDescribed(document, undefined)).toBe(false);
    expect(isPhotoAsDescribed(sampleDocument({ photo: null }), undefined)).toBe(true);
    expect(isPhotoAsDescribed(sampleDocument({ photo: null }), sampleJpeg())).toBe(false);
  });

  it('is not believed about a photo that is otherwise', () => {
    const document = sampleDocument();
    const others = [
      { widthPx: 1049 },
      { heightPx: 1349 },
      { byteLength: 24_001 },
      { hasExif: true },
      { components: 4 },
      { byteLength: 20_000 },
    ];
    expect(others.filter((other) => isPhotoAsDescribed(document, sampleJpeg(other)))).toEqual([]);
    expect(isPhotoAsDescribed(document, new Uint8Array(sampleJpeg().byteLength))).toBe(false);
  });

  it('and the largest photo fit an envelope', () => {
    expect(wireLimits.photoBytes).toBe(photoLimits.maxBytes);
    expect(wireLimits.photoBytes + wireLimits.applicationJsonBytes + 64 * 1024).toBeLessThan(wireLimits.envelopeBytes);
  });
});
