import { describe, expect, it } from 'vitest';
import { findHeadings, findPersonalNumberHeading, guessColumns, missingFields } from '../../../src/domain/roster/columns';

describe('columns', () => {
  it.each([
    [
      ['社員番号', '氏名', 'フリガナ', '生年月日', '申請書ID'],
      { number: [0], name: [1], kana: [2], birthDate: [3], applicationId: [4] },
    ],
    [
      ['Ｎｏ．', 'お名前', 'ふりがな', '生年月日（西暦）'],
      { number: [0], name: [1], kana: [2], birthDate: [3], applicationId: [] },
    ],
    [['姓', '名', 'セイ', 'メイ', '誕生日'], { number: [], name: [0, 1], kana: [2, 3], birthDate: [4], applicationId: [] }],
    [
      ['性別', '氏名（漢字）', '氏名（カナ）', '生年月日', '番号'],
      { number: [4], name: [1], kana: [2], birthDate: [3], applicationId: [] },
    ],
  ])('of %j are guessed', (headings, expected) => {
    expect(guessColumns(headings)).toEqual(expected);
    expect(missingFields(guessColumns(headings))).toEqual([]);
  });

  it('that are not there are named', () => {
    expect(missingFields(guessColumns(['番号', '住所']))).toEqual(['name', 'birthDate']);
  });

  it('are found below titles', () => {
    const rows = [
      { line: 1, cells: ['見本株式会社 名簿'] },
      { line: 3, cells: ['番号', '氏名', '生年月日'] },
      { line: 4, cells: ['1', '見本 太郎', 'S45.3.21'] },
    ];
    expect(findHeadings(rows)?.line).toBe(3);
    expect(findHeadings(rows.slice(2))).toBeUndefined();
  });

  it('for a 個人番号 are noticed however they are written', () => {
    for (const heading of ['マイナンバー', '個人番号', '個 人 番 号', 'ﾏｲﾅﾝﾊﾞｰ（12桁）', 'My Number']) {
      expect(findPersonalNumberHeading(['氏名', heading])).toBe(heading);
    }
    expect(findPersonalNumberHeading(['氏名', '個人の番号札', 'マイナンバーカードの有無'])).toBeUndefined();
  });
});
