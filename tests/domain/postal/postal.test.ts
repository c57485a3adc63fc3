import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestAddress } from '../../../src/domain/postal/address-suggestion';
import { addressText, findPostalDigits, type PostalAddress } from '../../../src/domain/postal/postal-address';
import { lookUpPostalCode } from '../../../src/domain/postal/postal-table';

const table = `見本県\t見本市
見本県\t隣市

#990
0000@0 
0001 本町
0002 本町,北町
0003@0 端町@1 端町
0004 外町
60@0 見本ビル
#991
0001@1 ,西町
`;
const lookUp = (digits: string): readonly string[] => lookUpPostalCode(table, digits).map(addressText);

describe('a postal code in the list', () => {
  it('stands for a town, several, a whole municipality, or towns of two', () => {
    expect(lookUp('9900000')).toEqual(['見本県見本市']);
    expect(lookUp('9900001')).toEqual(['見本県見本市本町']);
    expect(lookUp('9900002')).toEqual(['見本県見本市本町', '見本県見本市北町']);
    expect(lookUp('9900003')).toEqual(['見本県見本市端町', '見本県隣市端町']);
    expect(lookUp('9900004')).toEqual(['見本県隣市外町']);
    expect(lookUp('9910001')).toEqual(['見本県隣市', '見本県隣市西町']);
  });

  it('of five digits holds for all that begin so; any other stands for nothing', () => {
    expect(lookUp('9906000')).toEqual(['見本県見本市見本ビル']);
    expect(lookUp('9906099')).toEqual(['見本県見本市見本ビル']);
    for (const digits of ['9900005', '9906100', '9920001', '0000000']) expect(lookUp(digits)).toEqual([]);
  });
});

describe('what is typed as a postal code', () => {
  it('is complete with seven digits, however they are written', () => {
    for (const written of ['9900001', '990-0001', '〒990-0001', '９９０－０００１', ' 990 0001 ', '990ー0001'])
      expect(findPostalDigits(written)).toBe('9900001');
    for (const written of ['', '990-000', '99000012', '990-000a', '本町']) expect(findPostalDigits(written)).toBeUndefined();
  });
});

const [honcho, kitamachi] = ['本町', '北町'].map((town): PostalAddress => ({ prefecture: '見本県', city: '見本市', town }));
if (!honcho || !kitamachi) throw new Error('there are two towns');
const [first, second] = [addressText(honcho), addressText(kitamachi)];

describe('what is done with what was found', () => {
  it('fills an empty field, and one that holds what was filled in before', () => {
    expect(suggestAddress([honcho], { address: ' ', filled: undefined })).toEqual({ kind: 'fill', text: first });
    expect(suggestAddress([honcho], { address: second, filled: second })).toEqual({ kind: 'fill', text: first });
  });

  it('never touches what was written by hand: it asks', () => {
    const byHand = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && text.trim() !== first);
    fc.assert(
      fc.property(byHand, fc.constantFrom([honcho], [honcho, kitamachi], []), (address, found) => {
        expect(suggestAddress(found, { address, filled: first }).kind).not.toBe('fill');
      }),
    );
    expect(suggestAddress([honcho], { address: `${second}1-1`, filled: second })).toEqual({
      kind: 'choose',
      texts: [first],
      replaces: true,
    });
  });

  it('is silent where the address begins as the code says, lets choose between several, and says when there is none', () => {
    expect(suggestAddress([honcho], { address: `${first}1-2-3`, filled: undefined }).kind).toBe('settled');
    expect(suggestAddress([honcho], { address: first, filled: first }).kind).toBe('settled');
    const both = [honcho, kitamachi];
    expect(suggestAddress(both, { address: '', filled: undefined })).toEqual({
      kind: 'choose',
      texts: [first, second],
      replaces: false,
    });
    expect(suggestAddress(both, { address: second, filled: second }).kind).toBe('settled');
    expect(suggestAddress([], { address: '', filled: undefined }).kind).toBe('none');
  });
});
