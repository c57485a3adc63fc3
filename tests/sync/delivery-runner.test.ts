import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesIn } from '../queue/sealed-samples';
import { contentDigest } from '../../src/sealing/digest';
import {
  BadServer,
  captivePortal,
  cutConnection,
  forgeReceipt,
  good,
  loseAnswer,
  problem,
  receiptOf,
  redirect,
} from './support/bad-server';
import { DeliveringTablet, type Tab } from './support/delivering-tablet';

let server: BadServer;
let tablet: DeliveringTablet;
let tab: Tab;
beforeEach(async () => {
  server = await BadServer.start();
  tablet = await DeliveringTablet.enrolledAt(server);
  tab = tablet.openTab();
});
afterEach(async () => {
  await tab.delivery.stop();
  await server.close();
});

describe('a good server', () => {
  it('gets the envelopes oldest first, each once, and the tablet counts them by their receipts', async () => {
    const ids = await tablet.seal(tab.queue, 3);
    const state = await tab.start();
    expect(server.uploads()).toEqual(ids);
    expect(await tab.states(ids)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(state).toEqual({ phase: 'idle', reason: null, nextAttemptAtMs: null, lastDeliveryAtMs: tablet.clock.nowMs() });
    expect(await tablet.findReceipt(ids[0] ?? '')).toBe(server.stored.get(ids[0] ?? ''));
  });

  it('has the screen told of each state once, and of no step that changes nothing there', async () => {
    await tablet.seal(tab.queue, 3);
    const told: string[] = [];
    tab.delivery.subscribe((state) => told.push(JSON.stringify(state)));
    await tab.start();
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter((state, index) => state === told[index - 1])).toEqual([]);
  });

  it('is sent the very bytes and the manifest that were sealed, and their digest', async () => {
    const [id] = await tablet.seal(tab.queue);
    const sealed = await tab.queue.readSealed(id ?? '');
    const entry = await tab.queue.findEntry(id ?? '');
    await tab.start();
    const upload = server.seen[0];
    expect(upload?.body.equals((await bytesIn(tab.queue, id ?? '')) ?? new Uint8Array())).toBe(true);
    expect(upload?.headers).toMatchObject({
      'content-type': 'application/age',
      'madoguchi-manifest': sealed?.manifestJws,
      'content-digest': contentDigest(entry?.digest ?? ''),
    });
    expect(upload?.headers.cookie).toBeUndefined();
  });

  it('finds each envelope marked as sending before its first byte arrives', async () => {
    const [id] = await tablet.seal(tab.queue);
    const marks: unknown[] = [];
    server.next.push(async (...args) => {
      marks.push((await tab.queue.findEntry(id ?? ''))?.state);
      await good(...args);
    });
    await tab.start();
    expect(marks).toEqual(['sending']);
  });

  it('hears of a new envelope without anybody asking', async () => {
    await tab.start();
    const arrived = new Promise<void>((resolve) => {
      server.next.push(async (...args) => {
        await good(...args);
        resolve();
      });
    });
    const [id] = await tablet.seal(tab.queue);
    await arrived;
    expect(server.uploads()).toEqual([id]);
  });

  it('serves two tabs of one tablet without getting anything twice', async () => {
    const other = tablet.openTab();
    const ids = await tablet.seal(tab.queue, 5);
    tab.delivery.start();
    other.delivery.start();
    await tablet.clock.nextAtMs();
    await Promise.all([tab.delivery.stop(), other.delivery.stop()]);
    expect(server.uploads().sort()).toEqual(ids);
  });

  it('gets several at once over a line that bears it, each once', async () => {
    const ids = await tablet.seal(tab.queue, 30);
    await tab.start();
    expect(server.uploads().sort()).toEqual(ids);
    expect(new Set(await tab.states(ids))).toEqual(new Set(['delivered']));
  });
});

describe('an answer that is no receipt for this envelope leaves it waiting', () => {
  it.each([
    ['a captive portal says 200', captivePortal, 'notOurServer'],
    ['a portal redirects', redirect, 'notOurServer'],
    ['the connection is cut', cutConnection, 'unreachable'],
    ['the answer is lost at its first byte', loseAnswer(0), 'unreachable'],
    ['the answer is lost in the middle', loseAnswer(100), 'unreachable'],
    ['the receipt is forged', forgeReceipt, 'receiptInvalid'],
    ['the server fails', problem('internal'), 'serverFailed'],
    ['the body was mangled on the way', problem('digest-mismatch'), 'serverFailed'],
    ['the body was cut on the way', problem('malformed-request'), 'serverFailed'],
    ['the server is busy', problem('unavailable'), 'serverBusy'],
    ['the server is full', problem('storage-full'), 'serverFull'],
    ['the server does not know the station', problem('unknown-station'), 'stationUnknown'],
  ] as const)('%s', async (_what, behaviour, reason) => {
    const [id] = await tablet.seal(tab.queue);
    server.next.push(behaviour);
    const state = await tab.start();
    expect(state).toMatchObject({ phase: 'resting', reason, lastDeliveryAtMs: null });
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
    expect(await tablet.findReceipt(id ?? '')).toBeUndefined();
    expect(await tab.run()).toMatchObject({ phase: 'idle', reason: null });
    expect(await tab.states([id ?? ''])).toEqual(['delivered']);
  });

  it('the receipt is a true one, of another envelope', async () => {
    const [first, second] = await tablet.seal(tab.queue, 2);
    server.next.push(good, receiptOf(first ?? ''));
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'receiptInvalid' });
    expect(await tab.states([first ?? '', second ?? ''])).toEqual(['delivered', 'waiting']);
  });

  it('there is no server at all', async () => {
    const [id] = await tablet.seal(tab.queue);
    await server.close();
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    tablet.isOnline = false;
    expect(await tab.run()).toMatchObject({ phase: 'resting', reason: 'offline' });
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
  });

  it('the server keys are not known yet: nothing is even sent', async () => {
    const [id] = await tablet.seal(tab.queue);
    tablet.configuration = undefined;
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'notConfigured' });
    expect(tablet.attempts).toBe(0);
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
  });
});

describe('one bad envelope', () => {
  it.each(['envelope-conflict', 'body-too-large', 'manifest-invalid'] as const)(
    'that the server refuses (%s) stays, with its reason, and the others arrive',
    async (code) => {
      const [bad, fine] = await tablet.seal(tab.queue, 2);
      server.next.push(problem(code));
      expect(await tab.start()).toMatchObject({ phase: 'idle' });
      expect(await tab.queue.findEntry(bad ?? '')).toMatchObject({ state: 'refused', refusal: code });
      expect(await tab.queue.readSealed(bad ?? '')).toBeDefined();
      expect(await tab.states([fine ?? ''])).toEqual(['delivered']);
    },
  );

  it.each(['digest-mismatch', 'malformed-request'] as const)(
    'whose body is always mangled (%s) holds up nothing',
    async (code) => {
      const [bad, ...fine] = await tablet.seal(tab.queue, 3);
      server.always = (seen, ...rest) => (seen.path.endsWith(bad ?? '') ? problem(code)(seen, ...rest) : good(seen, ...rest));
      expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'serverFailed' });
      expect(await tab.states([bad ?? '', ...fine])).toEqual(['waiting', 'delivered', 'delivered']);
    },
  );

  it('on which the server always fails does not hold up the others', async () => {
    const [bad, ...fine] = await tablet.seal(tab.queue, 3);
    server.always = (seen, ...rest) => (seen.path.endsWith(bad ?? '') ? problem('internal')(seen, ...rest) : good(seen, ...rest));
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'serverFailed' });
    expect(await tab.states([bad ?? '', ...fine])).toEqual(['waiting', 'delivered', 'delivered']);
  });
});

describe('a run stops, and leaves the rest of the queue alone', () => {
  it.each([
    ['the network is lost', cutConnection],
    ['a portal answers', captivePortal],
    ['the server has enough', problem('too-many-requests')],
    ['the server is in maintenance', problem('unavailable')],
    ['the server does not know the station', problem('unknown-station')],
    ['the server is full', problem('storage-full')],
  ] as const)('when %s', async (_when, behaviour) => {
    await tablet.seal(tab.queue, 4);
    server.always = behaviour;
    expect((await tab.start()).phase).toBe('resting');
    expect(server.uploads()).toHaveLength(1);
  });

  it.each(['too-many-requests', 'unavailable', 'storage-full'] as const)('for as long as the server asks (%s)', async (code) => {
    const [id] = await tablet.seal(tab.queue);
    server.next.push(problem(code, { 'Retry-After': '120' }));
    const state = await tab.start();
    expect(state.nextAttemptAtMs).toBe(tablet.clock.nowMs() + 120_000);
    await tab.run(() => tablet.clock.moveTo(tablet.clock.nowMs() + 120_000));
    expect(await tab.states([id ?? ''])).toEqual(['delivered']);
  });
});

describe('a server that has lost its municipality', () => {
  it('refuses one envelope in a run, never the whole queue', async () => {
    const ids = await tablet.seal(tab.queue, 4);
    server.always = problem('manifest-invalid');
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'serverFailed' });
    expect(server.uploads()).toEqual(ids.slice(0, 2));
    expect(await tab.states(ids)).toEqual(['refused', 'waiting', 'waiting', 'waiting']);
    server.always = undefined;
    await tab.run();
    expect(await tab.states(ids)).toEqual(['refused', 'delivered', 'delivered', 'delivered']);
  });
});

describe('an offline hour', () => {
  it('costs a bounded number of requests, and ends with everything delivered in order', async () => {
    const ids = await tablet.seal(tab.queue, 2);
    server.always = cutConnection;
    const endMs = tablet.clock.nowMs() + 60 * 60_000;
    await tab.start();
    for (let atMs = await tablet.clock.nextAtMs(); atMs < endMs; atMs = await tablet.clock.nextAtMs()) {
      tablet.clock.moveTo(atMs);
    }
    expect(tablet.attempts).toBeGreaterThanOrEqual(12);
    // Two a try: whether it is the way or the one envelope shows with another.
    expect(tablet.attempts).toBeLessThanOrEqual(62);
    server.always = undefined;
    const before = server.seen.length;
    expect((await tab.run()).phase).toBe('idle');
    expect(server.uploads().slice(before)).toEqual(ids);
  });
});
