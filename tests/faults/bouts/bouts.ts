import { join } from 'node:path';
import type { Scene } from '../scene';
import { pass, whenTrue, within } from '../waiting/within';
import { officeCommand } from './office-command';
import { serverRestored } from './server-restored';
import { settle, serveLine, serveThrough } from './serve';
import { exchangeServer, recover, strikes } from './strikes';

/** One stretch of a day at the counter. Resolves with whether the fault it is named after really happened. */
type Bout = (scene: Scene, people: number) => Promise<boolean>;

const strikeWithinMs = 250;
const patienceMs = 60_000;
/** What the room that is left cannot take. */
const leastForFullDisk = 6;
/** Longer than any wait within. */
const boutPatienceMs = 600_000;

/** Stretches by what befalls them. */
export const bouts = {
  ...(Object.fromEntries(
    Object.entries(strikes).map(([name, strike]): [string, Bout] => [
      name,
      async (scene, people) => {
        const struck = pass(scene.random() * strikeWithinMs).then(() => strike(scene));
        const [happened] = await Promise.all([struck, serveLine(scene, people)]);
        return happened;
      },
    ]),
  ) as Record<keyof typeof strikes, Bout>),

  quotaFilled: async (scene, people) => {
    const { tablet, ledger } = scene;
    await serveLine(scene, people - 1);
    await settle(scene);
    const applicant = ledger.next();
    ledger.unsettled = applicant;
    await tablet.page.evaluate((who) => globalThis.counter.begin(who), applicant);
    await tablet.fillStorage();
    const outcome = await tablet.page.evaluate(() => globalThis.counter.sealAgain());
    await tablet.emptyStorage();
    return outcome.kind === 'problem' && outcome.problem === 'storageFull';
  },

  serverDiskFull: async (scene, people) => {
    const { disk, proxy, server, tablet } = scene;
    const [before, roughness] = [proxy.countOf(507), proxy.roughness];
    // The log of a server that has run for long has room of its own for many envelopes.
    await server.stop();
    await server.start();
    if (!disk.fill()) return false;
    proxy.roughness = 0;
    await serveLine(scene, Math.max(people, leastForFullDisk));
    await settle(scene);
    const isTold = await whenTrue(() => proxy.countOf(507) > before, tablet.sendNow, patienceMs);
    disk.empty();
    proxy.roughness = roughness;
    return isTold;
  },

  twoTabs: async (scene, people) => {
    const { tablet, ledger } = scene;
    const second = await tablet.openTab();
    const serveIn = async (page: typeof second): Promise<void> => {
      for (let served = 0; served < people; served += 1) {
        const applicant = ledger.next();
        ledger.confirm(await serveThrough(page, applicant), applicant);
      }
    };
    await Promise.all([serveIn(tablet.page), serveIn(second)]);
    await second.close();
    return true;
  },

  versionSwitched: async (scene, people) => {
    const { tablet } = scene;
    const before = await tablet.version();
    await exchangeServer(scene);
    await tablet.lookForUpdate();
    await serveLine(scene, people);
    await settle(scene);
    await tablet.applyUpdate();
    return (await tablet.version()) !== before;
  },

  serverRestored,

  /** No fault: the office takes what has come, so that the tablet may let go of it. */
  officeFetched: async (scene, people) => {
    await serveLine(scene, people);
    await officeCommand(scene, 'fetch', '--out', join(scene.folder, 'arrived'));
    return true;
  },

  quiet: async (scene, people) => {
    await serveLine(scene, people);
    return true;
  },
} as const satisfies Record<string, Bout>;

export type BoutName = keyof typeof bouts;

const boutNames = Object.keys(bouts) as readonly BoutName[];

/** Whether nothing is meant to go wrong in it. */
export function isQuiet(name: BoutName): boolean {
  return name === 'officeFetched' || name === 'quiet';
}

export const boutFaults: readonly BoutName[] = boutNames.filter((name) => !isQuiet(name));

/** How often each comes in one deck. */
const shares: Readonly<Record<BoutName, number>> = {
  tabKilled: 4,
  browserKilled: 2,
  serverKilled: 3,
  networkGone: 4,
  tabletClockTurned: 3,
  serverClockTurned: 2,
  quotaFilled: 1,
  serverDiskFull: 2,
  twoTabs: 1,
  versionSwitched: 1,
  serverRestored: 1,
  officeFetched: 1,
  quiet: 6,
};

/** One deck of stretches; of a short run, each once. */
export function boutCards(isShort: boolean): readonly BoutName[] {
  return isShort ? boutNames : boutNames.flatMap((name) => Array<BoutName>(shares[name]).fill(name));
}

/** Plays one stretch to its end: everything runs again, everybody who came has a number, and what waits is sent. */
export function playBout(scene: Scene, name: BoutName, people: number): Promise<void> {
  return within(playThrough(scene, name, people), boutPatienceMs, `a stretch of ${name} ends`);
}

async function playThrough(scene: Scene, name: BoutName, people: number): Promise<void> {
  const happened = await bouts[name](scene, people);
  await recover(scene);
  await settle(scene);
  await scene.tablet.sendNow();
  if (isQuiet(name)) return;
  if (happened) scene.tally.injected(name);
  else scene.tally.failed(name);
}
