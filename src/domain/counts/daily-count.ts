import { isUndelivered } from '../submission/entry-state';
import type { CountRow } from './count-row';

export interface Figures {
  /** Applications sealed. Always waiting + refused + delivered. */
  readonly sealed: number;
  readonly waiting: number;
  readonly refused: number;
  readonly delivered: number;
}

export type CountedBy = 'openingId' | 'method' | 'channel' | 'kind';

/** 日計: the figures over all rows. */
export function countFigures(rows: readonly CountRow[]): Figures {
  const refused = rows.filter((row) => row.state === 'refused').length;
  const undelivered = rows.filter((row) => isUndelivered(row.state)).length;
  return { sealed: rows.length, waiting: undelivered - refused, refused, delivered: rows.length - undelivered };
}

/** The figures for each value of one fact, in the order in which the values first appear. */
export function countBy<Key extends CountedBy>(rows: readonly CountRow[], key: Key): ReadonlyMap<CountRow[Key], Figures> {
  const values = new Set(rows.map((row) => row[key]));
  return new Map([...values].map((value) => [value, countFigures(rows.filter((row) => row[key] === value))]));
}
