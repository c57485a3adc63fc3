import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jwsMediaType, paths } from '../../../src/protocol/http';
import { captivePortal, BadServer, good, problem } from '../support/bad-server';
import { DeliveringTablet, type Tab } from '../support/delivering-tablet';

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

const stateOf = async (envelopeId: string): Promise<string | undefined> => (await tab.queue.voids.find(envelopeId))?.state;

async function sealAndVoid(): Promise<string> {
  const [envelopeId = ''] = await tablet.seal(tab.queue, 1);
  await tablet.void(tab.queue, envelopeId);
  return envelopeId;
}

describe('a void on its way', () => {
  it('goes after the envelopes, to its own place, and is delivered by a verified receipt', async () => {
    const voided = await sealAndVoid();
    const [other = ''] = await tablet.seal(tab.queue, 1);
    await tab.start();
    expect(server.seen.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
      `${paths.envelopes}/${voided}`,
      `${paths.envelopes}/${other}`,
      `${paths.envelopes}/${voided}/void`,
    ]);
    expect([await stateOf(voided), ...(await tab.states([voided, other]))]).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await tab.queue.figures()).toMatchObject({ sealed: 2, delivered: 2, voided: 1 });
  });

  it('waits again after whatever is no receipt of exactly this void', async () => {
    const voided = await sealAndVoid();
    await tab.start();
    await tab.queue.voids.markWaiting([voided]);
    const receiptOfEnvelope = server.stored.get(voided) ?? '';
    server.always = (_seen, response) => {
      response.writeHead(201, { 'Content-Type': jwsMediaType }).end(receiptOfEnvelope);
    };
    expect(await tab.run()).toMatchObject({ phase: 'resting', reason: 'receiptInvalid' });
    server.always = captivePortal;
    expect(await tab.run()).toMatchObject({ phase: 'resting', reason: 'notOurServer' });
    expect(await stateOf(voided)).toBe('waiting');
    server.always = undefined;
    await tab.run();
    expect(await stateOf(voided)).toBe('delivered');
  });

  it('is refused, visibly, where the server will never take it, and holds up nothing', async () => {
    const first = await sealAndVoid();
    const second = await sealAndVoid();
    server.always = (seen, response, given) =>
      seen.path === `${paths.envelopes}/${first}/void`
        ? problem('void-not-allowed')(seen, response, given)
        : good(seen, response, given);
    await tab.start();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['refused', 'delivered']);
    expect((await tab.queue.voids.find(first))?.refusal).toBe('void-not-allowed');
    expect(await tab.queue.voids.figures()).toEqual({ voided: 1, waiting: 0, refused: 1 });
  });

  it('is sent again where a server restored from a backup lacks it', async () => {
    const voided = await sealAndVoid();
    server.custody.lackingVoids.add(voided);
    await tab.start();
    const sent = server.seen.filter(({ path }) => path.endsWith('/void'));
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent.map(({ body }) => body.toString())).size).toBe(1);
  });
});
