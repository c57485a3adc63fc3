import type { Day } from '../calendar/day';

/** A rule and the first day on which it holds. Tables list the newest first. */
export interface DatedRule<Rule> {
  readonly effectiveFrom: Day;
  /** Where the rule is written down. */
  readonly source: string;
  readonly rule: Rule;
}

/** The rule that holds on a day. Throws where the table does not reach back to that day: a table's own mistake. */
export function ruleOn<Rule>(table: readonly DatedRule<Rule>[], day: Day): Rule {
  const entry = table.find((candidate) => candidate.effectiveFrom <= day);
  if (!entry) throw new RangeError('no rule in force on this day');
  return entry.rule;
}
