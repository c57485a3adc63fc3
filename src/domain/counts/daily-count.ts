import { isUndelivered } from '../submission/entry-state';
import type { CountRow } from './count-row';

export interface Figures {
  /** Applications sealed. Always waiting + refused + removed + delivered. */
  readonly sealed: number;
  readonly waiting: number;
  readonly refused: number;
  /** Taken away by a supervisor, after the server had refused them. */
  readonly removed: number;
  readonly delivered: number;
  /** Of all these, those that were voided: beside the sum, never part of it. */
  readonly voided: number;
}

export type CountedBy = 'openingId' | 'method' | 'channel' | 'kind';

/** 日計: the figures over all rows. */
export function countFigures(rows: readonly CountRow[]): Figures {
  const refused = rows.filter((row) => row.state === 'refused').length;
  const removed = rows.filter((row) => row.state === 'removed').length;
  const undelivered = rows.filter((row) => isUndelivered(row.state)).length;
  const delivered = rows.length - undelivered - removed;
  const voided = rows.filter((row) => row.voidedAtMs !== undefined).length;
  return { sealed: rows.length, waiting: undelivered - refused, refused, removed, delivered, voided };
}

/** The figures for each value of one fact, in the order in which the values first appear. */
export function countBy<Key extends CountedBy>(rows: readonly CountRow[], key: Key): ReadonlyMap<CountRow[Key], Figures> {
  const values = new Set(rows.map((row) => row[key]));
  return new Map([...values].map((value) => [value, countFigures(rows.filter((row) => row[key] === value))]));
}
