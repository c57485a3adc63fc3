import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../../src/protocol/http';
import type { SigningKey } from '../../../src/sealing/jws';
import { readUnverifiedManifest } from '../../../src/sealing/manifest';
import { makeStationKeys, publicKeyOf, signerOf } from '../../../src/sealing/station-keys';
import { signVoid, type VoidedEnvelope } from '../../../src/sealing/void/void';
import { sampleDigest } from '../../support/sample-application';
import { BadServer, good } from '../support/bad-server';
import { DeliveringTablet, type Tab } from '../support/delivering-tablet';

const dayMs = 24 * 60 * 60 * 1000;
const decision = { reason: 'madeTwice', attendantId: null, voidedAt: '2026-11-20T05:00:00.000Z' } as const;
let server: BadServer;
let tablet: DeliveringTablet;
let tab: Tab;
let office: SigningKey;
beforeEach(async () => {
  server = await BadServer.start();
  tablet = await DeliveringTablet.enrolledAt(server);
  const keys = await makeStationKeys();
  office = signerOf(keys);
  tablet.officeKey = await publicKeyOf(keys.signing);
  server.officeKey = tablet.officeKey;
  tab = tablet.openTab();
});
afterEach(async () => {
  await tab.delivery.stop();
  await server.close();
});

async function manifestOf(envelopeId: string): Promise<VoidedEnvelope> {
  const sealed = await tab.queue.readSealed(envelopeId);
  const manifest = sealed && readUnverifiedManifest(sealed.manifestJws);
  if (!manifest) throw new Error('nothing is sealed under this id');
  return manifest;
}

const voidBy = async (signer: SigningKey, envelope: VoidedEnvelope): Promise<string> =>
  (await signVoid(envelope, decision, signer)).voidJws;

async function voidedByOffice(envelopeId: string): Promise<string> {
  return voidBy(office, await manifestOf(envelopeId));
}

/** A later session. */
async function comeBack(): Promise<void> {
  await tab.delivery.stop();
  tablet.clock.moveTo(tablet.clock.nowMs() + dayMs);
  tab = tablet.openTab();
  await tab.start();
}

const voided = async (): Promise<number> => (await tab.queue.figures()).voided;
const asked = (): number => server.seen.filter(({ path }) => path.startsWith(paths.officeVoids)).length;

describe('what a clerk voided', () => {
  it('counts on the tablet that sealed it, and is no void that the tablet would send', async () => {
    const [first = '', second = ''] = await tablet.seal(tab.queue, 2);
    await tab.start();
    expect(await voided()).toBe(0);
    server.officeVoids = [[await voidedByOffice(second)]];
    await comeBack();
    expect(await tab.queue.figures()).toMatchObject({ sealed: 2, delivered: 2, voided: 1 });
    expect(await tab.queue.findEntry(second)).toMatchObject({ voidedAtMs: Date.parse(decision.voidedAt) });
    expect((await tab.queue.findEntry(first))?.voidedAtMs).toBeUndefined();
    expect(server.uploads()).toEqual([first, second]);
    await comeBack();
    expect(await voided(), 'told again').toBe(1);
  });

  it('is not asked for by a tablet that sealed nothing yet', async () => {
    await tab.start();
    expect(server.seen).toEqual([]);
  });

  it('comes in as many pages as there are', async () => {
    const [first = '', second = ''] = await tablet.seal(tab.queue, 2);
    await tab.start();
    server.officeVoids = [[await voidedByOffice(first)], [await voidedByOffice(second)]];
    await comeBack();
    expect(await voided()).toBe(2);
  });

  it('is not asked for without end where a page does not lead on', async () => {
    await tablet.seal(tab.queue, 1);
    server.always = (seen, response, given) => {
      if (!seen.path.startsWith(paths.officeVoids)) return good(seen, response, given);
      const page = { voids: [], next: '01890a5d-ac96-774b-bcce-b302099a8001' };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(page));
    };
    await tab.start();
    expect(asked()).toBe(2);
  });

  it('is believed by the signature of the office alone, over exactly what was sealed', async () => {
    const [own = ''] = await tablet.seal(tab.queue, 1);
    await tab.start();
    const manifest = await manifestOf(own);
    const stranger = signerOf(await makeStationKeys());
    server.officeVoids = [
      [
        await voidBy(stranger, manifest),
        await voidBy({ ...stranger, kid: office.kid }, manifest),
        await voidBy(office, { ...manifest, digest: sampleDigest }),
        await voidBy(office, { ...manifest, sequence: 2 }),
        await voidBy(office, { ...manifest, stationId: sampleDigest }),
        await voidBy(office, { ...manifest, envelopeId: '01890a5d-ac96-774b-bcce-b302099a8057' }),
      ],
    ];
    await comeBack();
    expect(asked()).toBeGreaterThan(0);
    expect(await voided()).toBe(0);
  });

  it('counts also where the tablet was enrolled again since it sealed', async () => {
    const [own = ''] = await tablet.seal(tab.queue, 1);
    await tab.start();
    const { stationId } = await manifestOf(own);
    await tablet.enrolAgainAt(server);
    server.officeVoids = [[await voidedByOffice(own)]];
    server.seen.length = 0;
    await comeBack();
    const stations = server.seen.map(({ path }) => new URL(path, 'http://tablet.invalid').searchParams.get('of'));
    expect(stations.filter((of) => of !== null)).toContain(stationId);
    expect(await voided()).toBe(1);
  });

  it('goes back to a server that was restored and lacks it', async () => {
    const [own = ''] = await tablet.seal(tab.queue, 1);
    await tab.start();
    server.officeVoids = [[await voidedByOffice(own)]];
    await comeBack();
    server.officeVoids = [[]];
    server.custody.lackingVoids.add(own);
    await comeBack();
    expect(server.seen.filter(({ path }) => path.endsWith('/void'))).toHaveLength(1);
    expect(await tab.queue.voids.find(own)).toMatchObject({ state: 'delivered', isByOffice: true });
  });

  it('is asked of a server of before, which does not know it, and nothing is kept from its way', async () => {
    const [own = ''] = await tablet.seal(tab.queue, 1);
    server.officeVoids = undefined;
    server.custody.secured.add(own);
    expect(await tab.start()).toMatchObject({ phase: 'idle', reason: null });
    expect(await tab.queue.findEntry(own)).toMatchObject({ state: 'delivered', isSecured: true });
  });
});
