import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../src/protocol/http';
import { BadServer, type Behaviour, cutConnection, good, problem } from './support/bad-server';
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

/** A proxy's own answer to what is larger than it takes. */
const tooLargeForProxy: Behaviour = (_seen, response) => {
  response.writeHead(413, { 'Content-Type': 'text/html' }).end('<html><h1>413 Request Entity Too Large</h1></html>');
};

describe('envelopes that never arrive hold up nobody', () => {
  it.each([
    ['a proxy takes none so large', tooLargeForProxy],
    ['the connection is cut', cutConnection],
    ['the server does not know their station', problem('unknown-station')],
    ['the server fails', problem('internal')],
  ] as const)('where %s, for the three oldest of eight', async (_what, behaviour) => {
    const ids = await tablet.seal(tab.queue, 8);
    const [held, fine] = [ids.slice(0, 3), ids.slice(3)];
    server.always = (seen, ...rest) => (held.some((id) => seen.path.endsWith(id)) ? behaviour : good)(seen, ...rest);
    await tab.start();
    const tryAgain = async (times: number): Promise<void> => {
      for (let tries = 0; tries < times; tries += 1) await tab.run();
    };
    await tryAgain(held.length + 1);
    expect(await tab.states(fine)).toEqual(fine.map(() => 'delivered'));
    expect(await tab.states(held)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(server.seen.map(({ path }) => path)).toContain(paths.custody);

    const [next] = await tablet.seal(tab.queue);
    await tryAgain(held.length);
    expect(await tab.states([next ?? ''])).toEqual(['delivered']);
    server.always = undefined;
    expect(await tab.run()).toMatchObject({ phase: 'idle' });
    expect(await tab.states(held)).toEqual(['delivered', 'delivered', 'delivered']);
  });
});

it('what is sealed while the server is asked for custody is sent at once', async () => {
  await tablet.seal(tab.queue);
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    server.always = async (seen, ...rest) => {
      if (seen.path === paths.custody) {
        resolve();
        await new Promise<void>((go) => (answer = go));
      }
      await good(seen, ...rest);
    };
  });
  const started = tab.start();
  await asked;
  const [second] = await tablet.seal(tab.queue);
  answer();
  await started;
  expect(await tab.states([second ?? ''])).toEqual(['delivered']);
});
