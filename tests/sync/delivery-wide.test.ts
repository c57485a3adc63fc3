import { describe, expect, it } from 'vitest';
import { begun, chosen, delivered, lost, noneWaiting, Play, wanted } from './support/loop-play';

describe('a wide line', () => {
  /** Four at once are on their way: 1 to 4. */
  const wide = (): Play => {
    const play = new Play().send(wanted('start'), begun);
    play.state = { ...play.state, line: { ...play.state.line, width: 4 } };
    play.send(chosen(1), chosen(2), chosen(3), chosen(4));
    return play;
  };

  it('has so many under way, begun oldest first, and begins the next when one has ended', () => {
    const play = wide();
    const begunInOrder = ['send e1', 'choose 1', 'send e2', 'choose 2', 'send e3', 'choose 3', 'send e4'];
    expect(play.look().slice(-7)).toEqual(begunInOrder);
    expect(play.send(delivered).look()).toEqual(['choose 4']);
  });

  it('ends the run only when nothing is under way any more', () => {
    const play = wide();
    play.send(delivered, noneWaiting, delivered, delivered);
    expect(play.look().slice(-1)).toEqual(['choose 4']);
    expect(play.send(delivered).look()).toEqual(['choose 0']);
  });

  it('begins nothing more once the way is lost, and rests when what was under way has ended', () => {
    const play = wide();
    play.look();
    expect(play.send(lost, delivered, lost).look()).toEqual([]);
    expect(play.send(lost).look()).toEqual(['pause 5000']);
    expect(play.state.line.width).toBe(1);
  });

  it('does not send what it found while the way was being lost', () => {
    const play = wide().send(delivered);
    play.look();
    expect(play.send(lost, chosen(5), lost, lost).look()).toEqual(['pause 5000']);
  });

  it.each(['choose', 'send'] as const)('rests when the queue fails it during %s', (during) => {
    const play = wide().send(delivered);
    play.look();
    const others = during === 'choose' ? [delivered, delivered, delivered] : [noneWaiting, delivered, delivered];
    expect(play.send({ kind: 'queueUnreadable', during }, ...others).look()).toEqual(['pause 5000']);
    expect(play.shown.reason).toBe('queueUnreadable');
  });
});
