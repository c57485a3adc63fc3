import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadServer, problem } from './support/bad-server';
import { CuttingProxy } from './support/cutting-proxy';
import { DeliveringTablet, type Tab } from './support/delivering-tablet';

const yearMs = 365 * 24 * 60 * 60 * 1000;
let server: BadServer;
let proxy: CuttingProxy;
let tablet: DeliveringTablet;
let tab: Tab;
beforeEach(async () => {
  server = await BadServer.start();
  proxy = await CuttingProxy.before(server.origin);
  tablet = await DeliveringTablet.enrolledAt(server);
  tab = tablet.openTab();
});
afterEach(async () => {
  await tab.delivery.stop();
  await proxy.close();
  await server.close();
});

/** Every envelope is at the server, once, and the tablet knows it by a receipt that it has verified. */
async function expectAllDelivered(ids: readonly string[]): Promise<void> {
  expect([...server.stored.keys()].sort()).toEqual([...ids].sort());
  expect(new Set(await tab.states(ids))).toEqual(new Set(['delivered']));
  for (const id of ids) expect(await tablet.findReceipt(id)).toBe(server.stored.get(id));
}

describe('a line that is cut at any byte', () => {
  it('loses nothing and doubles nothing, cut on the way up or on the way back', async () => {
    tablet.origin = proxy.origin;
    server.closesConnections = true;
    const sealed: string[] = [];
    tab.delivery.start();
    await tablet.clock.nextAtMs();
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.nat(7500), async (isUp, bytes) => {
        const [id = ''] = await tablet.seal(tab.queue);
        sealed.push(id);
        if (isUp) proxy.cutUpAfter = bytes;
        else proxy.cutDownAfter = bytes % 700;
        await tab.run();
        expect(['waiting', 'delivered']).toContain((await tab.states([id]))[0]);
        await tab.run();
        expect(await tab.states([id])).toEqual(['delivered']);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(proxy.cuts).toBeGreaterThan(20);
    await expectAllDelivered(sealed);
  });

  it('and a proxy that gives an answer twice count each envelope once', async () => {
    tablet.origin = proxy.origin;
    const ids = await tablet.seal(tab.queue, 3);
    proxy.repeatsAnswer = true;
    await tab.start();
    await tab.run();
    await expectAllDelivered(ids);
  });
});

describe('a way that does not lead to the server', () => {
  it('for want of a name says that there is no answer, and nothing is lost', async () => {
    const ids = await tablet.seal(tab.queue, 2);
    tablet.origin = 'http://gone.invalid';
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    tablet.origin = server.origin;
    await tab.run();
    await expectAllDelivered(ids);
  });

  it('for a TLS that does not come about sends not one byte of an envelope', async () => {
    const ids = await tablet.seal(tab.queue, 2);
    tablet.origin = server.origin.replace('http:', 'https:');
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    expect(server.seen).toEqual([]);
    tablet.origin = server.origin;
    await tab.run();
    await expectAllDelivered(ids);
  });
});

describe('a clock that is years off', () => {
  it.each([10 * yearMs, -10 * yearMs])('by %i ms delivers all the same, and waits no longer than it must', async (offMs) => {
    const ids = await tablet.seal(tab.queue, 3);
    server.next.push(problem('unavailable'));
    await tab.start();
    tablet.clock.moveTo(tablet.clock.nowMs() + offMs);
    const state = await tab.run();
    expect(state).toMatchObject({ phase: 'idle', lastDeliveryAtMs: tablet.clock.nowMs() });
    await expectAllDelivered(ids);
  });
});

describe('server keys that are rotated with 20 waiting', () => {
  it('leave them waiting until the office names the new key, then all arrive, each once', async () => {
    const ids = await tablet.seal(tab.queue, 20);
    const before = tablet.configuration;
    const added = await server.rotateKey();
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'receiptInvalid' });
    expect(new Set(await tab.states(ids))).toEqual(new Set(['waiting']));
    expect(server.uploads()).toHaveLength(2);
    if (!before) throw new Error('the tablet is configured');
    tablet.configuration = { ...before, serverKeys: [...before.serverKeys, added] };
    await tab.run();
    await expectAllDelivered(ids);
  });

  it('make a receipt by an old key worthless once the office has taken that key away', async () => {
    const ids = await tablet.seal(tab.queue, 1);
    const current = tablet.configuration;
    if (!current) throw new Error('the tablet is configured');
    tablet.configuration = { ...current, serverKeys: [{ kid: 'the-new-key', key: server.publicKey }] };
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'receiptInvalid' });
    expect(await tab.states(ids)).toEqual(['waiting']);
    expect(await tablet.findReceipt(ids[0] ?? '')).toBeUndefined();
  });
});

describe('a server restored from yesterday’s backup', () => {
  it('gets every missing envelope again from the kept bytes, lost 0, and the numbers go on where they were', async () => {
    const yesterday = await tablet.seal(tab.queue, 12);
    await tab.start();
    const today = await tablet.seal(tab.queue, 20);
    await tab.run();
    await expectAllDelivered([...yesterday, ...today]);
    for (const id of today) {
      server.stored.delete(id);
      server.custody.lacking.add(id);
    }
    await tab.delivery.stop();
    tablet.clock.moveTo(tablet.clock.nowMs() + 60 * 60 * 1000);
    tab = tablet.openTab();
    await tab.start();
    expect(server.uploads().slice(-20).sort()).toEqual([...today].sort());
    await expectAllDelivered([...yesterday, ...today]);
    expect(await tab.queue.nextSequence()).toBe(33);
    expect(await tab.queue.figures()).toMatchObject({ sealed: 32, waiting: 0, refused: 0, removed: 0, delivered: 32 });
  });
});
