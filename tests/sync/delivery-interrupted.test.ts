import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadServer, cutConnection, good, loseAnswer } from './support/bad-server';
import { DeliveringTablet, type Tab } from './support/delivering-tablet';
import { markSending } from '../queue/marks';

let server: BadServer;
let tablet: DeliveringTablet;
let tab: Tab;
beforeEach(async () => {
  server = await BadServer.start();
  tablet = await DeliveringTablet.enrolledAt(server);
  tab = tablet.openTab();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await tab.delivery.stop();
  await server.close();
});

/** What a killed tab leaves: no code of it runs any more, the database stays as it was. */
async function restart(): Promise<void> {
  await tab.delivery.stop();
  tab = tablet.openTab();
}

describe('a session that ends while it sends', () => {
  it('puts the envelope back to waiting when it is stopped, and lets the next one deliver', async () => {
    const [id] = await tablet.seal(tab.queue);
    const arrived = new Promise<void>((resolve) => {
      server.next.push(() => resolve());
    });
    tab.delivery.start();
    await arrived;
    await tab.delivery.stop();
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
    await restart();
    await tab.start();
    expect(await tab.states([id ?? ''])).toEqual(['delivered']);
  });

  it('by a kill leaves it as sending, which is waiting again at the next start', async () => {
    const [id] = await tablet.seal(tab.queue);
    await markSending(tab.queue, [id ?? '']);
    await restart();
    expect(await tab.states([id ?? ''])).toEqual(['sending']);
    server.next.push(cutConnection);
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
  });

  it('between the acknowledgement and its mark gets the first receipt again: one envelope, one receipt', async () => {
    const [id] = await tablet.seal(tab.queue);
    const mark = tab.queue.mark.bind(tab.queue);
    vi.spyOn(tab.queue, 'mark').mockImplementation((marks) =>
      marks.delivered.length > 0 ? Promise.reject(new Error('the tab is gone')) : mark(marks),
    );
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'queueUnreadable' });
    const firstReceipt = server.stored.get(id ?? '');
    expect(await tab.states([id ?? ''])).toEqual(['sending']);
    await restart();
    await tab.start();
    expect(await tab.states([id ?? ''])).toEqual(['delivered']);
    expect(await tablet.findReceipt(id ?? '')).toBe(firstReceipt);
    expect(server.stored.size).toBe(1);
  });

  it('after the acknowledgement was lost delivers once, with the first receipt', async () => {
    const [id] = await tablet.seal(tab.queue);
    server.next.push(loseAnswer(20));
    await tab.start();
    await restart();
    await tab.start();
    expect(server.uploads()).toEqual([id, id]);
    expect(server.stored.size).toBe(1);
    expect(await tablet.findReceipt(id ?? '')).toBe(server.stored.get(id ?? ''));
  });

  it('can be started and stopped in any order, and lets go of the lock', async () => {
    const ids = await tablet.seal(tab.queue, 2);
    tab.delivery.start();
    void tab.delivery.stop();
    tab.delivery.start();
    void tab.delivery.stop();
    await tab.start();
    expect(await tab.states(ids)).toEqual(['delivered', 'delivered']);
    await restart();
    expect(await tab.start()).toMatchObject({ phase: 'idle' });
  });
});

describe('a queue that cannot be read', () => {
  it('is said so and tried again; delivery never rejects', async () => {
    const [id] = await tablet.seal(tab.queue);
    vi.spyOn(tab.queue, 'listWaiting').mockRejectedValueOnce(new Error('the disk is gone'));
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'queueUnreadable' });
    await tab.run();
    expect(await tab.states([id ?? ''])).toEqual(['delivered']);
  });
});

describe('two tabs', () => {
  it('never send at the same time', async () => {
    const other = tablet.openTab();
    const ids = await tablet.seal(tab.queue, 4);
    let sending = 0;
    let most = 0;
    server.always = async (...args) => {
      sending += 1;
      most = Math.max(most, sending);
      // The other tab gets every chance to begin: its own start must wait for this one's end.
      await other.queue.figures();
      await good(...args);
      sending -= 1;
    };
    tab.delivery.start();
    other.delivery.start();
    await tablet.clock.nextAtMs();
    await other.delivery.stop();
    expect(most).toBe(1);
    expect(server.uploads()).toEqual(ids);
    expect((await tab.queue.figures()).delivered).toBe(4);
  });
});
