import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { needsRepresentative } from '../../../src/domain/rules/representative-rule';

describe('a statutory representative', () => {
  it('attends until the day before the fifteenth birthday', () => {
    expect(needsRepresentative(dayOf('2011-11-21'), dayOf('2026-11-20'))).toBe(true);
    expect(needsRepresentative(dayOf('2011-11-20'), dayOf('2026-11-20'))).toBe(false);
    expect(needsRepresentative(dayOf('2012-02-29'), dayOf('2027-02-28'))).toBe(true);
    expect(needsRepresentative(dayOf('2012-02-29'), dayOf('2027-03-01'))).toBe(false);
  });
});
