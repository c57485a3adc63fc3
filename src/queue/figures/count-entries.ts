import type { Day } from '../../domain/calendar/day';
import { countFigures, type Figures } from '../../domain/counts/daily-count';
import { type EntryState, entryStates } from '../../domain/submission/entry-state';
import type { Transaction } from '../database';

type Reading = Transaction<'entries' | 'voids', 'readonly'>;

/** Numbers from `first` to `last`, both in it; each of them is one entry. */
interface Span {
  readonly first: number;
  readonly last: number;
}

const everyNumber: Span = { first: 1, last: Infinity };

/** Up to so many are gone through at once; a browser needs 10 ms for 2,000. */
const fewKeys = 64;

/** The figures over all entries, whose numbers are gapless from 1. */
export async function countByState(transaction: Reading): Promise<Figures> {
  const voids = transaction.objectStore('voids');
  const [last, states, voided, refusedVoids] = await Promise.all([
    transaction.objectStore('entries').openKeyCursor(null, 'prev'),
    countStates(transaction, everyNumber),
    voids.count(),
    voids.index('byState').count(rangeOf('refused', everyNumber)),
  ]);
  return figuresOf(last?.key ?? 0, states, voided - refusedVoids);
}

/** The figures over one opening's entries; where their numbers follow one another, their states are not gone through. */
export async function countOpening(transaction: Reading, day: Day, openingId: string): Promise<Figures> {
  const byDay = transaction.objectStore('entries').index('byDay');
  const ofOpening = IDBKeyRange.bound([day, openingId], [day, openingId, Infinity]);
  const [sealed, first, last] = await Promise.all([
    byDay.count(ofOpening),
    byDay.openKeyCursor(ofOpening),
    byDay.openKeyCursor(ofOpening, 'prev'),
  ]);
  if (!first || !last) return countFigures([]);
  const span: Span = { first: first.primaryKey, last: last.primaryKey };
  // Undefined where it is the whole span.
  const own = sealed === widthOf(span) ? undefined : new Set(await byDay.getAllKeys(ofOpening));
  const [states, voids] = await Promise.all([
    own ? pickStates(transaction, own) : countStates(transaction, span),
    transaction.objectStore('voids').getAll(),
  ]);
  const isOwn = (sequence: number): boolean => own?.has(sequence) ?? (sequence >= span.first && sequence <= span.last);
  // A void that the server refused voids nothing.
  return figuresOf(sealed, states, voids.filter(({ sequence, state }) => isOwn(sequence) && state !== 'refused').length);
}

/** What is in none of these states was delivered. */
const countedStates = ['waiting', 'sending', 'refused', 'removed'] as const satisfies readonly EntryState[];
type StateCounts = Readonly<Record<(typeof countedStates)[number], number>>;

async function countEach(count: (state: EntryState) => Promise<number>): Promise<StateCounts> {
  const [waiting = 0, sending = 0, refused = 0, removed = 0] = await Promise.all(countedStates.map(count));
  return { waiting, sending, refused, removed };
}

function figuresOf(sealed: number, { waiting, sending, refused, removed }: StateCounts, voided: number): Figures {
  const delivered = sealed - waiting - sending - refused - removed;
  return { sealed, waiting: waiting + sending, refused, removed, delivered, voided };
}

function countStates(transaction: Reading, span: Span): Promise<StateCounts> {
  return countEach((state) => (state === 'waiting' ? countWaiting(transaction, span) : countState(transaction, state, span)));
}

/**
 * After a week without a network these are nearly all: then what lies between the first and the last of them and does not
 * wait is counted instead.
 */
async function countWaiting(transaction: Reading, span: Span): Promise<number> {
  const byState = transaction.objectStore('entries').index('byState');
  const range = rangeOf('waiting', span);
  const [few, lastOne] = await Promise.all([byState.getAllKeys(range, fewKeys), byState.openKeyCursor(range, 'prev')]);
  const [first] = few;
  if (first === undefined || !lastOne || few.length < fewKeys) return few.length;
  const waitingSpan: Span = { first, last: lastOne.primaryKey };
  const others = entryStates.filter((state) => state !== 'waiting');
  const counts = await Promise.all(others.map((state) => countState(transaction, state, waitingSpan)));
  return counts.reduce((rest, count) => rest - count, widthOf(waitingSpan));
}

function countState(transaction: Reading, state: EntryState, span: Span): Promise<number> {
  return transaction.objectStore('entries').index('byState').count(rangeOf(state, span));
}

/** Of the numbers in `own`, which need not follow one another. */
function pickStates(transaction: Reading, own: ReadonlySet<number>): Promise<StateCounts> {
  const byState = transaction.objectStore('entries').index('byState');
  return countEach(async (state) => {
    const sequences = await byState.getAllKeys(rangeOf(state, everyNumber));
    return sequences.filter((sequence) => own.has(sequence)).length;
  });
}

function rangeOf(state: EntryState, { first, last }: Span): IDBKeyRange {
  return IDBKeyRange.bound([state, first], [state, last]);
}

function widthOf({ first, last }: Span): number {
  return last - first + 1;
}
