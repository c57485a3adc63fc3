import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SealedBytes } from '../../src/queue/bytes/sealed-bytes';
import { type DeliveryPorts, DeliveryWork } from '../../src/sync/delivery-work';
import { BadServer, good, problem } from './support/bad-server';
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
  vi.restoreAllMocks();
  await tab.delivery.stop();
  await server.close();
});

/** A handle whose file is gone: it can be handed on, and fails whoever reads it. */
class LostFile extends Blob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('the file is gone', 'NotFoundError'));
  }
  override stream(): never {
    throw new DOMException('the file is gone', 'NotFoundError');
  }
}

/** What the tablet reads of this envelope from now on. */
function damage(envelopeId: string, bytes: SealedBytes | undefined): void {
  const mark = tab.queue.mark.bind(tab.queue);
  vi.spyOn(tab.queue, 'mark').mockImplementation(async (marks) => {
    const { sending, delivered } = await mark(marks);
    const damaged = sending.map((marked) => {
      if (marked.kind === 'unchanged' || marked.entry.envelopeId !== envelopeId) return marked;
      return { ...marked, sealed: bytes && { manifestJws: marked.sealed?.manifestJws ?? '', bytes } };
    });
    return { sending: damaged, delivered };
  });
}

describe('an envelope that the tablet itself has lost', () => {
  it.each<[string, SealedBytes | undefined]>([
    ['whose record is gone', undefined],
    ['whose file is gone', new LostFile(['x'])],
  ])('(%s) is refused visibly, is not taken for a lost network, and the others arrive', async (_how, bytes) => {
    const [lost, fine] = await tablet.seal(tab.queue, 2);
    damage(lost ?? '', bytes);
    await tab.start();
    expect(await tab.queue.findEntry(lost ?? '')).toMatchObject({ state: 'refused', refusal: 'bytes-unreadable' });
    expect(await tab.states([fine ?? ''])).toEqual(['delivered']);
  });

  it('whose bytes were altered on the disk is refused, and not sent for ever', async () => {
    const [altered, fine] = await tablet.seal(tab.queue, 2);
    damage(altered ?? '', new ArrayBuffer(5000));
    server.always = (seen, ...rest) =>
      seen.path.endsWith(altered ?? '') ? problem('digest-mismatch')(seen, ...rest) : good(seen, ...rest);
    await tab.start();
    expect(await tab.queue.findEntry(altered ?? '')).toMatchObject({ state: 'refused', refusal: 'bytes-unreadable' });
    expect(await tab.states([fine ?? ''])).toEqual(['delivered']);
  });

  it('is none where the network is lost and the bytes are whole: it waits', async () => {
    const [id] = await tablet.seal(tab.queue);
    await server.close();
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    expect(await tab.states([id ?? ''])).toEqual(['waiting']);
  });
});

describe('a wide line', () => {
  it('marks more than it sends at once, and puts back unsent what it had marked when the way is lost', async () => {
    const ids = await tablet.seal(tab.queue, 60);
    let atOnce = 0;
    let most = 0;
    let arrived = 0;
    server.always = async (...args) => {
      most = Math.max(most, (atOnce += 1));
      arrived += 1;
      if (arrived > 40) args[1].destroy();
      else await good(...args);
      atOnce -= 1;
    };
    // Every envelope takes less time than the one before: each wider line is kept.
    let nowMs = tablet.clock.nowMs();
    let stepMs = 1_000_000;
    vi.spyOn(tablet.clock, 'nowMs').mockImplementation(() => (nowMs += stepMs *= 0.99));
    expect(await tab.start()).toMatchObject({ phase: 'resting', reason: 'unreachable' });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    expect(arrived).toBeLessThanOrEqual(40 + 4);
    const states = await tab.states(ids);
    expect(states.filter((state) => state === 'delivered')).toHaveLength(40);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(20);
  });
});

it('tells with the choice how large the body is, of an envelope as of a void', async () => {
  const [id = ''] = await tablet.seal(tab.queue);
  const work = new DeliveryWork({ queue: tab.queue, clock: tablet.clock } as unknown as DeliveryPorts, () => undefined);
  expect(await work.perform({ kind: 'choose', after: 0 })).toMatchObject({ kind: 'chosen', envelopeId: id, bytes: 5000 });
  await tablet.void(tab.queue, id);
  const record = await tab.queue.voids.find(id);
  const choice = await work.perform({ kind: 'choose', after: 1 });
  expect(choice).toMatchObject({ kind: 'chosen', bytes: record?.voidJws.length });
});
