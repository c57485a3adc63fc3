import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { ruleOn } from '../../../src/domain/rules/dated-rule';

const table = [
  { effectiveFrom: dayOf('2024-12-02'), source: 'second', rule: 2 },
  { effectiveFrom: dayOf('2016-01-01'), source: 'first', rule: 1 },
];

describe('a rule by date', () => {
  it('holds from its own day on', () => {
    expect(ruleOn(table, dayOf('2016-01-01'))).toBe(1);
    expect(ruleOn(table, dayOf('2024-12-01'))).toBe(1);
    expect(ruleOn(table, dayOf('2024-12-02'))).toBe(2);
    expect(ruleOn(table, dayOf('2099-01-01'))).toBe(2);
  });

  it('is never guessed for a day before the table begins', () => {
    expect(() => ruleOn(table, dayOf('2015-12-31'))).toThrow(RangeError);
  });
});
