import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPhotoRules } from '../../src/domain/photo/photo-rules';
import { configurationSchema, isNewerConfiguration } from '../../src/protocol/configuration';
import { sampleConfiguration } from '../support/sample-application';

const place = fc.record({ epoch: fc.integer({ min: 1, max: 5 }), version: fc.integer({ min: 1, max: 5 }) });

describe('which configuration is newer', () => {
  it('is a strict total order: one of two, never both, and never of equals', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const isSame = one.epoch === other.epoch && one.version === other.version;
        const newer = Number(isNewerConfiguration(one, other)) + Number(isNewerConfiguration(other, one));
        expect(newer).toBe(isSame ? 0 : 1);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(place, place, place, (first, second, third) => {
        fc.pre(isNewerConfiguration(first, second) && isNewerConfiguration(second, third));
        expect(isNewerConfiguration(first, third)).toBe(true);
      }),
    );
  });

  it('is none that is the same again', () => {
    fc.assert(fc.property(place, (one) => !isNewerConfiguration(one, { ...one })));
  });

  it('goes by epoch first', () => {
    expect(isNewerConfiguration({ epoch: 2, version: 1 }, { epoch: 1, version: 99 })).toBe(true);
    expect(isNewerConfiguration({ epoch: 1, version: 2 }, { epoch: 1, version: 1 })).toBe(true);
  });
});

describe('a configuration', () => {
  it('may carry rules for photos, whole and with a reason to override by, or none', () => {
    const takes = (photo: object | undefined): boolean =>
      configurationSchema.safeParse({ ...sampleConfiguration(), photo }).success;
    const { mostYawDegrees: _left, ...tooFew } = defaultPhotoRules.thresholds;
    expect(takes(undefined)).toBe(true);
    expect(takes(defaultPhotoRules)).toBe(true);
    expect(takes({ ...defaultPhotoRules, overrideReasons: [] })).toBe(false);
    expect(takes({ ...defaultPhotoRules, overrideReasons: ['noReasonAtAll'] })).toBe(false);
    expect(takes({ ...defaultPhotoRules, thresholds: tooFew })).toBe(false);
    expect(takes({ ...defaultPhotoRules, thresholds: { ...defaultPhotoRules.thresholds, mostNoise: NaN } })).toBe(false);
  });

  it('keeps delivered envelopes for a week at least, and names a recipient, a server key and an attendant', () => {
    const { kiosk } = sampleConfiguration();
    const refused = [
      { kiosk: { ...kiosk, keepDeliveredDays: 6 } },
      { recipients: [] },
      { recipients: ['AGE-SECRET-KEY-1QQQ'] },
      { serverKeys: [] },
      { attendants: [] },
      { epoch: 0 },
    ];
    const taken = refused.filter((change) => configurationSchema.safeParse({ ...sampleConfiguration(), ...change }).success);
    expect(taken).toEqual([]);
  });
});
