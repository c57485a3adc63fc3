import { describe, expect, it } from 'vitest';
import { canBecome, entryStates, isUndelivered } from '../../../src/domain/submission/entry-state';

/** The diagram at the head of the module, arrow by arrow. */
const arrows: readonly string[] = [
  'waiting sending',
  'sending waiting',
  'sending delivered',
  'sending refused',
  'delivered waiting',
  'delivered refused',
  'delivered purged',
  'refused waiting',
  'waiting delivered',
  'refused delivered',
  'refused removed',
];

describe('the life of an envelope on the tablet', () => {
  it('follows the diagram and nothing else', () => {
    const allowed = entryStates.flatMap((from) => entryStates.filter((to) => canBecome(from, to)).map((to) => `${from} ${to}`));
    expect(allowed.sort()).toEqual([...arrows].sort());
  });

  it('never gives up the bytes of an undelivered envelope', () => {
    expect(entryStates.filter(isUndelivered)).toEqual(['waiting', 'sending', 'refused']);
    expect(entryStates.filter((state) => isUndelivered(state) && canBecome(state, 'purged'))).toEqual([]);
    expect(entryStates.filter((state) => canBecome(state, 'removed'))).toEqual(['refused']);
  });
});
