import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBraille, longestBraille, readBraille } from '../../../src/domain/applicant/braille';
import { readKana, toKatakana } from '../../../src/domain/applicant/kana';
import { readPhone, readPostalCode } from '../../../src/domain/applicant/numbers';
import { longestTexts, readText } from '../../../src/domain/applicant/written-text';
import { hardNames } from '../../support/applications/hard-names';

describe('a name', () => {
  it.each(hardNames)('%s stays as it was written', (name) => {
    expect(readText(name, longestTexts.name)).toEqual({ kind: 'text', text: name });
  });

  it('loses white space around it and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const reading = readText(written, longestTexts.name);
        if (reading.kind === 'text') expect(reading.text).toBe(written.trim());
        else expect(reading.kind === 'none' ? written.trim() : reading.kind).toBe(reading.kind === 'none' ? '' : 'invalid');
      }),
    );
  });

  it('too long, or with twelve digits in it, is not taken', () => {
    const digits = '9'.repeat(12);
    expect(readText('見'.repeat(longestTexts.name), longestTexts.name).kind).toBe('text');
    expect(readText('見'.repeat(longestTexts.name + 1), longestTexts.name)).toEqual({ kind: 'invalid', problem: 'tooLong' });
    expect(readText(`見本 ${digits}`, 300)).toEqual({ kind: 'invalid', problem: 'personalNumber' });
  });
});

describe('kana', () => {
  it.each([
    ['みほん　たろう', 'ミホン タロウ'],
    ['ミホン タロウ', 'ミホン タロウ'],
    ['ﾐﾎﾝ ｶﾞｸﾞ', 'ミホン ガグ'],
    ['か゛く゛', 'ガグ'],
    ['ゔぁいおりん', 'ヴァイオリン'],
    ['マリア・ホセ', 'マリア・ホセ'],
  ])('%s becomes %s', (written, kana) => {
    expect(readKana(written)).toEqual({ kind: 'text', text: kana });
  });

  it('is no kanji, Latin or digit, and may be left out', () => {
    for (const text of ['見本', 'Mihon', '1', 'みほん太郎'])
      expect(readKana(text)).toEqual({ kind: 'invalid', problem: 'notKana' });
    expect(readKana(' 　')).toEqual({ kind: 'none' });
  });

  it('read twice is the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toKatakana(toKatakana(text)) === toKatakana(text)));
  });
});

describe('a name in braille', () => {
  it.each([
    ['みほん たろう', 7],
    ['がぎ', 4],
    ['ぱ', 2],
    ['ｶﾞ', 2],
    ['か\u3099', 2],
    ['か゛', 2],
    ['きょー', 3],
    ['  み　 ほ ', 3],
    ['', 0],
  ])('%s has %i characters', (text, characters) => {
    expect(countBraille(text)).toBe(characters);
  });

  it('has at most 24', () => {
    expect(readBraille('が'.repeat(12))).toMatchObject({ kind: 'text', characters: longestBraille });
    expect(readBraille(`${'が'.repeat(12)}あ`)).toMatchObject({ kind: 'invalid', problem: 'tooLong', characters: 25 });
    expect(readBraille('あ'.repeat(25)).kind).toBe('invalid');
    expect(readBraille('見本')).toMatchObject({ kind: 'invalid', problem: 'notKana' });
    expect(readBraille('　')).toEqual({ kind: 'none' });
  });

  it('counts the same however its marks are typed', () => {
    const anyKana = fc.string({ unit: fc.constantFrom('か', 'が', 'ぱ', 'ゃ', 'っ', 'ン', 'ヴ', 'ー'), maxLength: 30 });
    fc.assert(
      fc.property(anyKana, (kana) => {
        expect(countBraille(kana.normalize('NFD'))).toBe(countBraille(kana));
        expect(countBraille(toKatakana(kana))).toBe(countBraille(kana));
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    '09000000000',
    '090-0000-0000',
    '０９０－００００－００００',
    '(090) 0000 0000',
    '+81 90-0000-0000',
    '+81(0)90-0000-0000',
  ])('the telephone %s is read', (written) => {
    expect(readPhone(written)).toEqual({ kind: 'text', text: '09000000000' });
  });

  it.each(['90-0000-0000', '0000000000', '09000000000000', 'でんわ', '+1 202 000 0000', '9'.repeat(12)])(
    'the telephone %s is none of Japan',
    (written) => {
      expect(readPhone(written)).toEqual({ kind: 'invalid' });
    },
  );

  it('are never as long as a 個人番号, whatever is typed', () => {
    const written = fc.string({ unit: fc.constantFrom('0', '1', '９', '+', '-', ' ', '８') });
    fc.assert(
      fc.property(written, (text) => {
        const reading = readPhone(text);
        if (reading.kind === 'text') expect(reading.text).toMatch(/^0\d{9,10}$/);
      }),
    );
  });

  it('of places are read in any width', () => {
    for (const text of ['1000000', '100-0000', '〒１００－００００']) {
      expect(readPostalCode(text)).toEqual({ kind: 'text', text: '100-0000' });
    }
    expect(readPostalCode('100-000')).toEqual({ kind: 'invalid' });
    expect(readPostalCode(' ')).toEqual({ kind: 'none' });
  });
});
