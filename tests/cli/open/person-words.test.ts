import { describe, expect, it } from 'vitest';
import * as person from '../../../src/cli/open/person-words';
import { dayOf } from '../../../src/domain/calendar/day';
import { sampleDocument } from '../../support/sample-application';
import { wholeDocument } from '../../support/applications/whole-document';

const usual = sampleDocument();
const whole = wholeDocument();

describe('what the CSV says of a person', () => {
  it('is nothing where nothing was said', () => {
    const cells = [
      person.kindReasonCell(usual),
      person.feeCell(usual),
      person.relationCell(usual),
      person.representativeAddressCell(usual),
      person.statusCell(usual),
      person.documentsCell(usual),
      person.papersCell(usual),
      person.noticesCell(usual),
      person.phoneCell(null),
    ];
    expect(cells.filter((cell) => cell !== '')).toEqual([]);
  });

  it('is in the office’s own words', () => {
    expect(person.kindReasonCell(whole)).toBe('紛失・盗難・焼失');
    expect(person.feeCell(whole)).toBe('1000円');
    expect(person.feeCell(wholeDocument({ kindReason: 'chipFault' }))).toBe('1000円（理由により判断）');
    expect(person.relationCell(whole)).toBe('成年後見人');
    expect(person.representativeAddressCell(whole)).toBe('100-0000 見本市見本町2-2');
    expect(person.statusCell(whole)).toBe('中長期在留者');
    const permanent = { status: 'midToLongTerm', term: 'permanent', stayEndsOn: null } as const;
    expect(person.statusCell(wholeDocument({ foreignResident: permanent }))).toBe('中長期在留者（永住者）');
    expect(person.documentsCell(whole)).toBe('在留カード・追加の確認');
    expect(person.papersCell(whole)).toBe('暗証番号設定依頼書・通知カード紛失届');
  });

  it('keeps the first 0 of a telephone number in a spreadsheet', () => {
    expect(person.phoneCell('09000000000')).toBe('090 0000 0000');
    expect(person.phoneCell('0300000000')).toBe('03 0000 0000');
  });

  it('warns of what changes before the office may have filed', () => {
    expect(person.noticesCell(whole)).toBe('在留期間が2026-12-20まで');
    const baby = sampleDocument({ birthDate: dayOf('2025-11-30') });
    expect(person.noticesCell(baby)).toBe('2026-11-30から変わる：写真の要否');
  });
});
