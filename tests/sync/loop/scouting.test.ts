import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Failure } from '../../../src/sync/loop/loop-events';
import { begun, broken, chosen, custodyChecked, delivered, lost, noneWaiting, Play, wanted } from '../support/loop-play';

/** Plays one run over what waits; those in `bad` fail. Returns the numbers in the order in which they were sent. */
function playRun(play: Play, waiting: Set<number>, failureOf: (sequence: number) => Failure | undefined): readonly number[] {
  const sent: number[] = [];
  play.send(begun);
  const effects = play.look();
  for (let effect = effects.shift(); effect !== undefined; effect = effects.shift()) {
    const [what, place] = effect.split(' ');
    if (what === 'checkCustody') play.send(custodyChecked);
    if (what === 'choose') {
      const next = [...waiting].sort((a, b) => a - b).find((sequence) => sequence > Number(place));
      play.send(next === undefined ? noneWaiting : chosen(next));
    }
    if (what === 'send') {
      const sequence = Number(place?.slice(1));
      sent.push(sequence);
      const failure = failureOf(sequence);
      if (!failure) waiting.delete(sequence);
      play.send(failure ?? delivered);
    }
    effects.push(...play.look());
  }
  return sent;
}

const queueSize = fc.integer({ min: 1, max: 40 });

it('whichever envelopes fail for ever, all others arrive, in no more runs than there are failing ones and two', () => {
  fc.assert(
    fc.property(queueSize, fc.array(fc.integer({ min: 1, max: 40 })), fc.constantFrom(lost, broken), (size, failing, failure) => {
      const waiting = new Set(Array.from({ length: size }, (_, index) => index + 1));
      const bad = new Set(failing.filter((sequence) => waiting.has(sequence)));
      const play = new Play().send(wanted('start'));
      for (let run = 0; run < bad.size + 2; run += 1) {
        playRun(play, waiting, (sequence) => (bad.has(sequence) ? failure : undefined));
        play.send(wanted('timer'));
      }
      expect([...waiting]).toEqual([...bad].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

it('after an outage of any length the oldest goes first, and all in order', () => {
  fc.assert(
    fc.property(queueSize, fc.integer({ min: 0, max: 30 }), (size, tries) => {
      const waiting = new Set(Array.from({ length: size }, (_, index) => index + 1));
      const play = new Play().send(wanted('start'));
      for (let run = 0; run < tries; run += 1) {
        expect(playRun(play, waiting, () => lost).length).toBeLessThanOrEqual(2);
        play.send(wanted('timer'));
      }
      const inOrder = [...waiting];
      expect(playRun(play, waiting, () => undefined)).toEqual(inOrder);
    }),
  );
});
