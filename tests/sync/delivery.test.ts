import { describe, expect, it } from 'vitest';
import { custodyEveryMs } from '../../src/sync/delivery';
import type { Failure } from '../../src/sync/loop/loop-events';
import {
  begun,
  broken,
  chosen,
  custodyChecked,
  delivered,
  lost,
  noneWaiting,
  offline,
  passed,
  Play,
  refused,
  wanted,
} from './support/loop-play';

const minuteMs = 60_000;
function idle(): Play {
  const play = new Play().send(wanted('start'), begun, noneWaiting, custodyChecked);
  play.look();
  return play;
}

describe('a run', () => {
  it('sends the oldest first, one at a time, until none waits', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), delivered, chosen(2), delivered);
    expect(play.look()).toEqual(['begin', 'choose 0', 'send e1', 'choose 1', 'send e2', 'choose 2']);
    play.send(noneWaiting);
    expect(play.look()).toEqual(['choose 0']);
    play.send(noneWaiting, custodyChecked);
    expect(play.look()).toEqual(['checkCustody', `pause ${custodyEveryMs}`]);
    expect(play.shown).toEqual({ phase: 'idle', reason: null, nextAttemptAtMs: null, lastDeliveryAtMs: 1_000_000 });
  });

  it('shows that it sends, between two envelopes too', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1));
    expect(play.shown.phase).toBe('sending');
    expect(play.send(delivered).shown.phase).toBe('sending');
  });

  it('goes past a refused envelope', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), refused(1), passed, chosen(2));
    expect(play.look().slice(-3)).toEqual(['refuse e1', 'choose 1', 'send e2']);
  });

  it('goes past one that no longer waits when its turn comes', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), passed, chosen(2));
    expect(play.look().slice(-2)).toEqual(['choose 1', 'send e2']);
  });

  it('takes two manifests refused in a row for a fault of the server, and keeps the second waiting', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), refused(1), passed, chosen(2), refused(2), lost);
    expect(play.look().slice(-2)).toEqual(['giveBack e2', 'pause 5000']);
    expect(play.shown).toMatchObject({ phase: 'resting', reason: 'serverFailed' });
  });

  it('takes them for two faults where one was delivered between, or in another run', () => {
    const play = new Play().send(
      wanted('start'),
      begun,
      chosen(1),
      refused(1),
      passed,
      chosen(2),
      delivered,
      chosen(3),
      refused(3),
    );
    expect(play.look().at(-1)).toBe('refuse e3');
    play.send(passed, chosen(4), lost, wanted('timer'), begun, chosen(4), refused(4));
    expect(play.look().at(-1)).toBe('refuse e4');
  });

  it('goes past one envelope that fails, and rests at the end so that it is tried again', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), broken, chosen(2), delivered, noneWaiting, custodyChecked);
    expect(play.look().slice(-4)).toEqual(['send e2', 'choose 2', 'checkCustody', 'pause 5000']);
    expect(play.shown).toMatchObject({ phase: 'resting', reason: 'serverFailed' });
  });

  it('stops when two envelopes in a row fail: then it is not the envelope', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), broken, chosen(2), broken);
    expect(play.look().slice(-1)).toEqual(['pause 5000']);
  });

  it('rests longer and longer on one envelope that always fails, though the others arrive', () => {
    const play = idle();
    const rests: (string | undefined)[] = [];
    for (let round = 0; round < 3; round += 1) {
      play.send(wanted(round === 0 ? 'queue' : 'timer'), begun, chosen(1), broken, chosen(2), delivered, noneWaiting);
      rests.push(play.look().at(-1));
    }
    expect(rests).toEqual(['pause 5000', 'pause 10000', 'pause 20000']);
  });

  it('stops at the first envelope when the network is lost', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), lost);
    expect(play.look().slice(-2)).toEqual(['send e1', 'pause 5000']);
    expect(play.shown).toMatchObject({ phase: 'resting', reason: 'unreachable', nextAttemptAtMs: 1_005_000 });
  });

  it('looks once more for what was sealed while it looked, or asked for custody, and then is at rest', () => {
    const play = new Play().send(wanted('start'), begun, wanted('queue'), noneWaiting);
    expect(play.look()).toEqual(['begin', 'choose 0', 'choose 0']);
    play.send(noneWaiting, wanted('queue'), custodyChecked);
    expect(play.look()).toEqual(['checkCustody', 'choose 0']);
    play.send(noneWaiting);
    expect(play.look()).toEqual([`pause ${custodyEveryMs}`]);
  });

  it('rests when the queue itself cannot be read', () => {
    const play = new Play().send(wanted('start'), { kind: 'queueUnreadable', during: 'begin' });
    expect(play.shown).toMatchObject({ phase: 'resting', reason: 'queueUnreadable' });
  });
});

describe('a rest', () => {
  const rest = (play: Play): number => Number(play.send(begun, chosen(1), offline).look().at(-1)?.split(' ')[1]);

  it('doubles up to five minutes', () => {
    const play = new Play().send(wanted('start'));
    const rests = [rest(play)];
    for (let round = 0; round < 8; round += 1) rests.push(rest(play.send(wanted('timer'))));
    expect(rests).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
  });

  it('is drawn between half and all of that, so that tablets do not come back together', () => {
    expect(rest(new Play(0).send(wanted('start')))).toBe(2500);
    expect(rest(new Play(0.5).send(wanted('start')))).toBe(3750);
  });

  it('starts short again after a delivery', () => {
    const play = new Play().send(wanted('start'));
    for (let round = 0; round < 5; round += 1) {
      rest(play);
      play.send(wanted('timer'));
    }
    expect(play.send(begun, chosen(1), delivered, chosen(2), offline).look().at(-1)).toBe('pause 5000');
  });

  it.each(['online', 'seen', 'hand', 'timer'] as const)('ends by %s', (by) => {
    const play = new Play().send(wanted('start'), begun, chosen(1), lost);
    play.look();
    expect(play.send(wanted(by)).look()).toEqual(['begin']);
  });

  it.each(['online', 'seen', 'hand'] as const)('is short again after %s', (by) => {
    const play = new Play().send(wanted('start'));
    for (let round = 0; round < 5; round += 1) {
      rest(play);
      play.send(wanted('timer'));
    }
    rest(play);
    expect(rest(play.send(wanted(by)))).toBe(5000);
  });

  it('is not ended by a new envelope: a busy venue without a network does not try at every seal', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), lost);
    play.look();
    expect(play.send(wanted('queue')).look()).toEqual([]);
    expect(play.shown.phase).toBe('resting');
  });

  it('the server asked for is kept, but for a hand', () => {
    const busy: Failure = { kind: 'failed', concerns: 'way', reason: 'serverBusy', retryAfterMs: 10 * minuteMs };
    const play = new Play(0).send(wanted('start'), begun, chosen(1), busy);
    expect(play.look().at(-1)).toBe(`pause ${10 * minuteMs}`);
    expect(play.send(wanted('online'), wanted('seen')).look()).toEqual([]);
    expect(play.send(wanted('hand')).look()).toEqual(['begin']);
  });

  it('of no length is never asked for: a server saying 0 seconds does not make it spin', () => {
    const busy: Failure = { kind: 'failed', concerns: 'way', reason: 'serverBusy', retryAfterMs: 0 };
    expect(new Play(0).send(wanted('start'), begun, chosen(1), busy).look().at(-1)).toBe('pause 2500');
  });
});

describe('an hour without a network', () => {
  it('costs a bounded number of attempts, however many are sealed meanwhile', () => {
    const play = new Play(0).send(wanted('start'));
    const endMs = play.nowMs + 60 * minuteMs;
    let attempts = 0;
    while (play.nowMs < endMs) {
      play.send(begun, chosen(1), offline);
      attempts += 1;
      for (let sealed = 0; sealed < 3; sealed += 1) play.send(wanted('queue'));
      play.nowMs = play.shown.nextAttemptAtMs ?? Infinity;
      play.send(wanted('timer'));
    }
    expect(attempts).toBeLessThanOrEqual(31);
    expect(attempts).toBeGreaterThanOrEqual(12);
  });
});

describe('custody', () => {
  it('is asked at the start of a session and then at most hourly', () => {
    const play = new Play().send(wanted('start'), begun, noneWaiting);
    expect(play.look()).toContain('checkCustody');
    play.send(custodyChecked);
    play.nowMs += custodyEveryMs - 1;
    expect(play.send(wanted('queue'), begun, noneWaiting).look()).not.toContain('checkCustody');
    play.nowMs += 1;
    expect(play.send(wanted('timer'), begun, noneWaiting).look()).toContain('checkCustody');
  });

  it('comes after what waits: the newest application is more at risk than the kept ones', () => {
    const play = new Play().send(wanted('start'), begun, chosen(1), delivered, noneWaiting, noneWaiting);
    expect(play.look()).toEqual(['begin', 'choose 0', 'send e1', 'choose 1', 'choose 0', 'checkCustody']);
  });

  it('sends again what the server lacks, at once', () => {
    const play = new Play().send(wanted('start'), begun, noneWaiting, { ...custodyChecked, hasLacking: true });
    expect(play.look().at(-1)).toBe('choose 0');
  });

  it('is asked at once when the server was restored, at the end of what is under way', () => {
    expect(idle().send(wanted('restored'), begun, noneWaiting).look()).toContain('checkCustody');
    const busy = idle().send(wanted('queue'), begun, chosen(1), wanted('restored'), delivered, noneWaiting, noneWaiting);
    expect(busy.look().at(-1)).toBe('checkCustody');
    busy.send(custodyChecked);
    expect(busy.look().at(-1), 'once').toMatch(/^pause/);
  });

  it('is asked once more when the server was restored while it was asked', () => {
    const play = new Play().send(wanted('start'), begun, noneWaiting, wanted('restored'), custodyChecked, noneWaiting);
    expect(play.look().filter((effect) => effect === 'checkCustody')).toHaveLength(2);
  });

  it('without an answer is asked again in five minutes', () => {
    const play = new Play().send(wanted('start'), begun, noneWaiting, { ...custodyChecked, isAnswered: false });
    expect(play.look().at(-1)).toBe(`pause ${5 * minuteMs}`);
  });

  it('is asked although the clock was turned back by years', () => {
    const play = idle();
    play.nowMs -= 1000 * custodyEveryMs;
    expect(play.send(wanted('queue'), begun, noneWaiting).look()).toContain('checkCustody');
  });
});

describe('a session', () => {
  it('wakes for a new envelope when idle', () => {
    expect(idle().send(wanted('queue')).look()).toEqual(['begin']);
  });

  it('takes nobody twice while it runs', () => {
    const play = new Play().send(wanted('start'), wanted('hand'), wanted('queue'), begun, wanted('online'), chosen(1));
    play.send(wanted('timer'));
    expect(play.look()).toEqual(['begin', 'choose 0', 'send e1']);
  });

  it('does nothing before it is started nor after it was stopped, whatever still comes in', () => {
    const play = new Play().send(wanted('hand'), begun, chosen(1));
    expect(play.look()).toEqual([]);
    play.send(wanted('start'), begun, chosen(1), { kind: 'stopped' });
    expect(play.look().at(-1)).toBe('halt');
    expect(play.send(delivered, lost, wanted('queue'), wanted('timer')).look()).toEqual([]);
    expect(play.shown.phase).toBe('idle');
  });
});
