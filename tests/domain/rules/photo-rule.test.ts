import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { needsPhoto } from '../../../src/domain/rules/photo-rule';

const needs = (birthDate: string, day: string): boolean => needsPhoto(dayOf(birthDate), dayOf(day));

describe('the photo of a child under one', () => {
  it('is none until the day before the first birthday', () => {
    expect(needs('2023-12-03', '2024-12-02')).toBe(false);
    expect(needs('2023-12-03', '2024-12-03')).toBe(true);
    expect(needs('2026-11-20', '2026-11-20')).toBe(false);
  });

  it('was taken before the rule changed on 2024-12-02', () => {
    expect(needs('2024-06-01', '2024-12-01')).toBe(true);
    expect(needs('2024-06-01', '2024-12-02')).toBe(false);
    expect(needs('2023-12-02', '2024-12-02')).toBe(true);
  });

  it('is none for those born on a leap day until 1 March', () => {
    expect(needs('2024-02-29', '2025-02-28')).toBe(false);
    expect(needs('2024-02-29', '2025-03-01')).toBe(true);
  });
});
