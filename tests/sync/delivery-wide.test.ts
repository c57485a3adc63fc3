import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/sync/delivery-runner';
import { begun, chosen, custodyChecked, delivered, lost, noneWaiting, passed, Play, wanted } from './support/loop-play';

describe('a wide line', () => {
  /** Four go at once; others are marked, and the receipts of others written: 1 to 64. */
  const wide = (bytes?: number): Play => {
    const play = new Play().send(wanted('start'), begun);
    play.state = { ...play.state, line: { ...play.state.line, width: 4 } };
    for (let sequence = 1; sequence <= 64; sequence += 1) play.send(chosen(sequence, bytes));
    return play;
  };
  const times = <Event>(count: number, event: Event): Event[] => Array.from({ length: count }, () => event);

  it('has sixteen times as many begun as go, oldest first, and begins the next when one has ended', () => {
    const play = wide();
    expect(play.look().slice(-5)).toEqual(['send e62', 'choose 62', 'send e63', 'choose 63', 'send e64']);
    expect(play.send(delivered).look()).toEqual(['choose 64']);
  });

  it('has fewer begun where they are large: 64 MiB, in this run', () => {
    const play = wide(8 * 1024 * 1024).send(...times(57, delivered));
    play.look();
    expect(play.send(chosen(65)).look()).toEqual(['send e65']);
    expect(play.send(delivered).look()).toEqual(['choose 65']);
  });

  it('has as many begun as ever in the run after one with large ones', () => {
    const play = wide(8 * 1024 * 1024).send(...times(64, delivered), noneWaiting, noneWaiting, custodyChecked);
    expect(play.shown.phase).toBe('idle');
    play.send(wanted('queue'), begun);
    for (let sequence = 65; sequence < 128; sequence += 1) play.send(chosen(sequence));
    expect(play.look().slice(-1)).toEqual(['choose 127']);
  });

  it('sends a scout alone', () => {
    const play = wide().send(...times(64, delivered));
    play.state = { ...play.state, after: 0, scouting: { failedUpTo: 72, returnTo: null } };
    play.send(chosen(65), lost);
    expect(play.look().slice(-1)).toEqual(['choose 72']);
    expect(play.send(chosen(73)).look()).toEqual(['send e73']);
    expect(play.send(delivered).look()).toEqual(['choose 65']);
  });

  it('lets four go at once, and none any more once the way is lost', () => {
    const play = wide();
    expect(widthOf(play.state)).toBe(4);
    expect(widthOf(play.send(lost).state)).toBe(0);
  });

  it('ends the run only when nothing is under way any more', () => {
    const play = wide();
    play.send(delivered, noneWaiting, ...times(62, delivered));
    expect(play.look().slice(-1)).toEqual(['choose 64']);
    expect(play.send(delivered).look()).toEqual(['choose 0']);
  });

  it('begins nothing more once the way is lost, and rests when what was under way has ended', () => {
    const play = wide();
    play.look();
    expect(play.send(lost, delivered, lost, ...times(60, passed)).look()).toEqual([]);
    expect(play.send(lost).look()).toEqual(['pause 5000']);
    expect(play.state.line.width).toBe(1);
  });

  it('does not send what it found while the way was being lost', () => {
    const play = wide().send(delivered);
    play.look();
    expect(play.send(lost, chosen(65), ...times(62, lost)).look()).toEqual(['pause 5000']);
  });

  it.each(['choose', 'send'] as const)('rests when the queue fails it during %s', (during) => {
    const play = wide().send(delivered);
    play.look();
    const others = during === 'choose' ? times(63, delivered) : [noneWaiting, ...times(62, delivered)];
    expect(play.send({ kind: 'queueUnreadable', during }, ...others).look()).toEqual(['pause 5000']);
    expect(play.shown.reason).toBe('queueUnreadable');
  });
});
