import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../src/protocol/http';
import { BadServer, problem } from './support/bad-server';
import { DeliveringTablet, type Tab } from './support/delivering-tablet';

const dayMs = 24 * 60 * 60 * 1000;
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

const questions = (): string[][] =>
  server.seen
    .filter(({ path }) => path === paths.custody)
    .map(({ body }) => (JSON.parse(body.toString()) as { envelopeIds: string[] }).envelopeIds);

/** A later session, some days on. */
async function comeBackAfter(days: number): Promise<void> {
  await tab.delivery.stop();
  tablet.clock.moveTo(tablet.clock.nowMs() + days * dayMs);
  tab = tablet.openTab();
  await tab.start();
}

describe('envelopes that are kept after delivery', () => {
  it('are not asked about where none is kept: an empty tablet sends nothing', async () => {
    await tab.start();
    expect(server.seen).toEqual([]);
  });

  it('are asked about by exactly their ids, in the name of the station', async () => {
    const ids = await tablet.seal(tab.queue, 2);
    await tab.start();
    expect(questions()).toEqual([ids]);
    expect(server.seen.at(-1)?.headers.authorization).toMatch(/^Madoguchi-Station [\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('are sent again from the kept bytes when the server was restored from yesterday', async () => {
    const [lost, kept] = await tablet.seal(tab.queue, 2);
    await tab.start();
    server.stored.delete(lost ?? '');
    server.custody.lacking.add(lost ?? '');
    await comeBackAfter(1);
    expect(server.uploads()).toEqual([lost, kept, lost]);
    expect(server.stored.has(lost ?? '')).toBe(true);
    expect(await tab.states([lost ?? '', kept ?? ''])).toEqual(['delivered', 'delivered']);
  });

  it('stay at least seven days though the office has its copy, then leave the tablet; the count stays', async () => {
    const [secured, open] = await tablet.seal(tab.queue, 2);
    await tab.start();
    server.custody.secured.add(secured ?? '');
    await comeBackAfter(6);
    expect(await tab.queue.findEntry(secured ?? '')).toMatchObject({ state: 'delivered', isSecured: true });
    expect(await tab.queue.readSealed(secured ?? '')).toBeDefined();
    await comeBackAfter(1);
    expect(await tab.states([secured ?? '', open ?? ''])).toEqual(['purged', 'delivered']);
    expect(await tab.queue.readSealed(secured ?? '')).toBeUndefined();
    expect(await tab.queue.figures()).toEqual({ sealed: 2, waiting: 0, refused: 0, removed: 0, delivered: 2, voided: 0 });
  });

  it('stay for ever while the office does not say that it has them', async () => {
    const [id] = await tablet.seal(tab.queue);
    await tab.start();
    await comeBackAfter(400);
    expect(await tab.queue.readSealed(id ?? '')).toBeDefined();
  });

  it('that the server lacks are not purged, though it once said the office has them', async () => {
    const [id] = await tablet.seal(tab.queue);
    await tab.start();
    server.custody.secured.add(id ?? '');
    await comeBackAfter(1);
    server.custody.lacking.add(id ?? '');
    server.stored.clear();
    await comeBackAfter(30);
    expect(server.stored.has(id ?? '')).toBe(true);
    expect(await tab.queue.readSealed(id ?? '')).toBeDefined();
  });

  it('stay where a restored server no longer says that the office has them, until it says so again', async () => {
    const [id] = await tablet.seal(tab.queue);
    await tab.start();
    server.custody.secured.add(id ?? '');
    await comeBackAfter(1);
    server.custody.secured.clear();
    await comeBackAfter(30);
    expect(await tab.queue.readSealed(id ?? '')).toBeDefined();
    server.custody.secured.add(id ?? '');
    await comeBackAfter(1);
    expect(await tab.states([id ?? ''])).toEqual(['purged']);
  });

  it('stay where the server cannot answer', async () => {
    const [id] = await tablet.seal(tab.queue);
    await tab.start();
    server.custody.secured.add(id ?? '');
    server.always = problem('unavailable');
    await comeBackAfter(30);
    expect(await tab.queue.findEntry(id ?? '')).toMatchObject({ state: 'delivered', isSecured: false });
  });
});
