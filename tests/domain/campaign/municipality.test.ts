import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMunicipalityCode } from '../../../src/domain/campaign/municipality';
import { anyDigits } from '../../support/arbitraries';

const withCheckDigit = (body: string): string => {
  const codes = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`);
  return codes.find((code) => parseMunicipalityCode(code) !== undefined) ?? '';
};

describe('a municipality code', () => {
  it.each(['010006', '131016', '130001', '231002', '261009', '401307', '472018'])('takes the published code %s', (code) => {
    expect(parseMunicipalityCode(code)).toBe(code);
  });

  it('has exactly one check digit for every five digits', () => {
    fc.assert(
      fc.property(anyDigits(5), (body) => {
        const valid = Array.from({ length: 10 }, (_, digit) => parseMunicipalityCode(`${body}${digit}`));
        expect(valid.filter((code) => code !== undefined)).toHaveLength(1);
      }),
    );
  });

  it('shows when its check digit is wrong', () => {
    fc.assert(
      fc.property(anyDigits(5), fc.integer({ min: 1, max: 9 }), (body, shift) => {
        const code = withCheckDigit(body);
        const wrong = `${body}${(Number(code[5]) + shift) % 10}`;
        expect(parseMunicipalityCode(wrong)).toBeUndefined();
      }),
    );
  });

  it('is six half-width digits and nothing else', () => {
    for (const text of ['', '13101', '1310160', '１３１０１６', '131016\n', ' 131016', '13101X']) {
      expect(parseMunicipalityCode(text)).toBeUndefined();
    }
  });
});
