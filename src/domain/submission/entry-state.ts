/**
 * The life of an envelope on the tablet. Its entry in the queue is always in one of these states:
 *
 *   seal ─▶ waiting ─▶ sending ─▶ delivered ─▶ purged
 *              ▲  ▲        │  │        │
 *              │  └────────┘  ▼        │
 *              │   no receipt refused ─┼─▶ removed
 *              └───────────────────────┘
 *                 the server lacks it
 *
 * A receipt that comes back in a file (the envelope went out as one) leads to `delivered` from wherever it waits.
 * An envelope for which the tablet had no room begins as `refused`: its bytes are in a file, and nothing here can send it.
 * It is refused again, and not waiting, where the server turns out to lack it.
 *
 * `waiting`   sealed and durable; the sealed bytes are here
 * `sending`   marked before the first byte leaves; back to waiting at start and on any failure
 * `delivered` a receipt of the server for this id and digest was verified; the bytes stay
 * `refused`   the server will not take it as it is, or its bytes are not to be had here; it stays until a person decides
 * `removed`   a supervisor took a refused one away, with a reason: only the count and the reason stay
 * `purged`    the office holds a copy and the time to keep has passed: only the count stays
 */
export const entryStates = ['waiting', 'sending', 'delivered', 'refused', 'removed', 'purged'] as const;
export type EntryState = (typeof entryStates)[number];

const transitions: Readonly<Record<EntryState, readonly EntryState[]>> = {
  waiting: ['sending', 'delivered'],
  sending: ['waiting', 'delivered', 'refused'],
  delivered: ['waiting', 'refused', 'purged'],
  refused: ['waiting', 'delivered', 'removed'],
  removed: [],
  purged: [],
};

export function canBecome(from: EntryState, to: EntryState): boolean {
  return transitions[from].includes(to);
}

/** States in which a resident's application has not reached the office yet. */
export function isUndelivered(state: EntryState): boolean {
  return state === 'waiting' || state === 'sending' || state === 'refused';
}
