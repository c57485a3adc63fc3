import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { guessColumns } from '../../../src/domain/roster/columns';
import { readRoster, type RosterReading } from '../../../src/domain/roster/read-roster';
import { rosterLimits } from '../../../src/domain/roster/roster';

const today = dayOf('2026-11-25');
const columns = guessColumns(['番号', '氏名', 'フリガナ', '生年月日', '申請書ID']);
const id = '12345678901234567890123';
const read = (...rows: readonly (readonly string[])[]): RosterReading =>
  readRoster(
    rows.map((cells, index) => ({ line: index + 2, cells })),
    columns,
    today,
  );
const good = ['A-1', '髙見本 﨑太郎', 'タカミホン サキタロウ', 'S45.3.21', id];
const changed = (column: number, text: string): string[] => good.map((cell, index) => (index === column ? text : cell));

describe('a roster', () => {
  it('takes what check-in and prefilling need', () => {
    expect(read(good).people).toEqual([
      { number: 'A-1', name: '髙見本 﨑太郎', kana: 'タカミホン サキタロウ', birthDate: '1970-03-21', applicationId: id },
    ]);
  });

  it('does without number, reading and application ID', () => {
    expect(read(['', '見本', '', 'H1.1.8', '']).people).toEqual([
      { number: '', name: '見本', kana: '', birthDate: '1989-01-08', applicationId: null },
    ]);
  });

  it.each([
    [changed(1, ' '), ['nameMissing']],
    [changed(1, '名'.repeat(101)), ['nameTooLong']],
    [changed(2, '高見本'), ['kanaUnreadable']],
    [changed(3, ''), ['birthDateMissing']],
    [changed(3, '45/3/21'), ['birthDate:notRead']],
    [changed(3, 'H31.5.1'), ['birthDate:outsideEra']],
    [changed(3, '2026-11-26'), ['birthDate:inFuture']],
    [changed(4, '1.23456789012346E+22'), ['applicationIdUnreadable']],
    [changed(4, id.slice(1)), ['applicationIdUnreadable']],
    [changed(0, '9'.repeat(41)), ['numberTooLong']],
    [changed(0, '0'.repeat(12)), ['personalNumber']],
    [changed(4, '1234-5678-9010'), ['personalNumber']],
    [
      ['', '', '高', '2023-02-29', 'x'],
      ['nameMissing', 'kanaUnreadable', 'birthDate:notInCalendar', 'applicationIdUnreadable'],
    ],
  ])('names every reason of %#', (row, faults) => {
    const { people, refused } = read(
      good,
      row,
      changed(4, '').map((cell, at) => (at === 0 ? 'A-2' : cell)),
    );
    expect(refused).toEqual([{ line: 3, faults }]);
    expect(people).toHaveLength(2);
  });

  it('takes nobody twice, by ID or by number, name and birth date; twins in name are two people', () => {
    const other = (number: string, applicationId: string): string[] => [number, ...good.slice(1, 4), applicationId];
    expect(read(good, other('A-2', id)).refused).toEqual([{ line: 3, faults: ['twice'] }]);
    expect(read(other('A-1', ''), other('A-1', '')).refused).toEqual([{ line: 3, faults: ['twice'] }]);
    expect(read(other('A-1', ''), other('A-2', '')).people).toHaveLength(2);
  });

  it('skips empty rows and refuses those beyond its limit', () => {
    expect(read(['', ' ', '', '', ''], good).people).toHaveLength(1);
    const many = Array.from({ length: rosterLimits.people + 1 }, (_, index) => [String(index), ...good.slice(1, 4), '']);
    expect(read(...many).refused).toEqual([{ line: rosterLimits.people + 2, faults: ['tooMany'] }]);
  });

  it('keeps names byte for byte', () => {
    const letter = fc.constantFrom('髙', '﨑', '神', '葛󠄀', 'が', 'Ｏ', '𠮷', '・', 'é');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 40 }), (name) => {
        expect(read(changed(1, name)).people[0]?.name).toBe(name);
      }),
    );
  });

  it('accounts for every row that is not empty', () => {
    const cell = fc.oneof(fc.constantFrom(...good, ''), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 0, maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const filled = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
        const { people, refused } = read(...rows);
        expect(people.length + refused.length).toBe(filled.length);
        expect(refused.every(({ faults }) => faults.length > 0)).toBe(true);
      }),
    );
  });
});
