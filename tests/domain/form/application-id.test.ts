import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applicationIdLength,
  formatApplicationId,
  groupApplicationId,
  parseApplicationId,
} from '../../../src/domain/form/application-id';
import { anyDigits } from '../../support/arbitraries';

const fullWidth = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('an application ID', () => {
  it('comes back from the form in which it is shown', () => {
    fc.assert(
      fc.property(anyDigits(23), (digits) => {
        const id = parseApplicationId(digits);
        expect(id).toBe(digits);
        expect(id && parseApplicationId(formatApplicationId(id))).toBe(digits);
        expect(parseApplicationId(fullWidth(digits))).toBe(digits);
        expect(parseApplicationId(groupApplicationId(digits).join('-'))).toBe(digits);
      }),
    );
  });

  it('is shown in groups of 3, 4, 4, 4, 4, 4', () => {
    fc.assert(
      fc.property(anyDigits(23), fc.integer({ min: 0, max: 23 }), (digits, length) => {
        const groups = groupApplicationId(digits.slice(0, length));
        expect(groups.join('')).toBe(digits.slice(0, length));
        expect(groups).toHaveLength(6);
      }),
    );
    expect(groupApplicationId('98765432109876543210987').map((group) => group.length)).toEqual([3, 4, 4, 4, 4, 4]);
    expect(applicationIdLength).toBe(23);
  });

  it('has no other number of digits', () => {
    const length = fc.integer({ min: 0, max: 60 }).filter((count) => count !== 23);
    fc.assert(fc.property(length.chain(anyDigits), (digits) => parseApplicationId(digits) === undefined));
    fc.assert(fc.property(fc.string(), (text) => [undefined, 23].includes(parseApplicationId(text)?.length)));
    expect(parseApplicationId('9876543210987654321098X')).toBeUndefined();
  });
});
