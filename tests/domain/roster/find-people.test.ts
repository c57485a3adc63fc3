import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { parseApplicationId } from '../../../src/domain/form/application-id';
import { findByApplicationId, findPeople, rowsOf } from '../../../src/domain/roster/find-people';
import { findKanaRow, kanaKey, readKana } from '../../../src/domain/roster/kana';
import type { RosterPerson } from '../../../src/domain/roster/roster';

const id = parseApplicationId('1'.repeat(23)) ?? null;
const person = (number: string, name: string, kana: string, birthDate: string): RosterPerson => ({
  number,
  name,
  kana,
  birthDate: dayOf(birthDate),
  applicationId: null,
});
const rows = rowsOf([
  { ...person('1001', '見本 太郎', 'ミホン タロウ', '1970-03-21'), applicationId: id },
  person('1002', '架空 ﾊﾅ', 'カクウ ハナ', '1989-01-08'),
  person('X-7', 'Alex Example', '', '2001-12-31'),
  person('1004', '一', 'ハジメ', '1945-03-21'),
]);
const found = (query: string): number[] => findPeople(rows, query).map(({ row }) => row);

describe('looking people up', () => {
  it.each([
    ['', [1, 2, 3, 4]],
    ['みほん', [1]],
    ['ﾐﾎﾝ', [1]],
    ['たろ', [1]],
    ['みほんた', [1]],
    ['はじめ', [4]],
    ['は', [2, 4]],
    ['一', [4]],
    ['alex', []],
    ['Alex', [3]],
    ['x-7', [3]],
    ['1002', [2]],
    ['１００２', [2]],
    ['02', [2]],
    ['19700321', [1]],
    ['1970', [1]],
    ['450321', [1]],
    ['0321', [1, 4]],
    ['S45', []],
    ['ほげ', []],
  ])('%j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('by the form that was scanned', () => {
    expect(id && findByApplicationId(rows, id)?.row).toBe(1);
    expect(findByApplicationId(rows, parseApplicationId('2'.repeat(23)) ?? ('' as never))).toBeUndefined();
  });
});

describe('readings', () => {
  it('are one spelling: full-width katakana, one space', () => {
    expect(readKana(' みほん　 ﾊﾅ ')).toBe('ミホン ハナ');
    expect(readKana('ﾊﾞﾝ・ヴー')).toBe('バン・ヴー');
    expect(readKana('')).toBe('');
    expect(readKana('見本')).toBeUndefined();
  });

  it('are compared as they sound', () => {
    expect(kanaKey('キャッヅ ヲ')).toBe(kanaKey('ｷﾔﾂｽﾞｵ'));
    expect(kanaKey('ハ')).not.toBe(kanaKey('バ'));
  });

  it('begin in a row of the kana table', () => {
    expect(['ガク', 'ッツ', 'ヴ', 'ぱ', 'ンジャ'].map(findKanaRow)).toEqual(['カ', 'タ', 'ア', 'ハ', 'ワ']);
    expect(['', 'Alex', 'ー'].map(findKanaRow)).toEqual([undefined, undefined, undefined]);
  });
});
