import { boutCards, boutFaults, isQuiet, playBout } from './bouts/bouts';
import { deckOf } from './plan/deck';
import { lineFaultNames } from './proxy/line-faults';
import { reconcile, type Reconciliation } from './reconcile';
import { type Scene, setTheScene } from './scene';
import { pass, whenTrue } from './waiting/within';

export interface RunWishes {
  readonly applications: number;
  readonly seed: number;
  /** After so long nobody further comes. */
  readonly minutes: number;
  /** Every fault once is enough; one that this machine cannot inject is left out, and said so. */
  readonly isShort: boolean;
}

export interface RunResult extends Reconciliation {
  readonly applications: number;
  readonly seed: number;
  readonly faultsInAll: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Faults that could not be injected, or never came: each is a failure of the run. */
  readonly notInjected: Readonly<Record<string, number>>;
  /** Faults that a short run did not ask for, because this machine has no means to inject them. */
  readonly leftOut: readonly string[];
  /** Ends of the server that nobody asked for. */
  readonly serverDeaths: readonly string[];
  readonly seconds: number;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Weather of the line: how many uploads in a hundred meet a fault. */
const weathers = [25, 60, 60, 90];
const badWeathers = [60, 90];
/** In one stretch; when there are few in all, they come in small groups, so that every fault meets some. */
const mostPeople = 40;
const boutsWanted = 60;
const boutsBetweenWords = 10;
/** A stretch that takes so long is named, whatever its turn. */
const slowBoutMs = 30_000;
/** Further people at most, until every fault has come at least once. */
const mostMore = 60;

/** A whole run: people are served through every fault, all is delivered, the three sides are compared. */
export async function runFaults(wishes: RunWishes): Promise<RunResult> {
  const beganAtMs = performance.now();
  const { seed, minutes } = wishes;
  const scene = await setTheScene(seed);
  const giveUp = (): void => void scene.close().finally(() => process.exit(1));
  for (const signal of signals) process.once(signal, giveUp);
  try {
    const isTime = (): boolean => performance.now() - beganAtMs < minutes * 60_000;
    const leftOut = wishes.isShort && !scene.disk.isSmall ? ['serverDiskFull'] : [];
    const names = [...boutFaults, ...lineFaultNames].filter((name) => !leftOut.includes(name));
    await serveEverybody(scene, { ...wishes, names, isTime });
    await deliverEverything(scene);
    const reconciliation = await reconcile(scene);
    const { tally, server, ledger } = scene;
    return {
      applications: ledger.came,
      seed,
      ...reconciliation,
      faultsInAll: tally.total,
      ...tally.close(names),
      leftOut,
      serverDeaths: server.deaths,
      seconds: Math.round((performance.now() - beganAtMs) / 1000),
    };
  } finally {
    for (const signal of signals) process.off(signal, giveUp);
    await scene.close();
  }
}

/** Whether nothing was lost or doubled, and every fault did happen. */
export function hasHeld({ lost, doubled, notInjected, serverDeaths, confirmed, applications }: RunResult): boolean {
  const isWhole = lost === 0 && doubled === 0 && confirmed === applications;
  return isWhole && serverDeaths.length === 0 && Object.keys(notInjected).length === 0;
}

interface Day extends RunWishes {
  /** The faults that are asked for. */
  readonly names: readonly string[];
  readonly isTime: () => boolean;
}

async function serveEverybody(scene: Scene, { applications, isShort, names, isTime }: Day): Promise<void> {
  const { ledger, random, proxy, tally } = scene;
  const cards = boutCards(isShort).filter((name) => isQuiet(name) || names.includes(name));
  const deck = deckOf(cards, random);
  const weather = deckOf(isShort ? badWeathers : weathers, random);
  const largest = Math.min(mostPeople, Math.max(2, Math.floor((2 * applications) / boutsWanted)));
  await playBout(scene, 'quiet', 1);
  const isDone = (): boolean =>
    ledger.came >= applications && (tally.missing(names).length === 0 || ledger.came >= applications + mostMore);
  for (let bout = 1; !isDone() && isTime(); bout += 1) {
    proxy.roughness = weather.draw();
    const name = deck.draw();
    const people = Math.max(1, Math.min(1 + Math.floor(random() * largest), applications - ledger.came));
    const beganAtMs = performance.now();
    await playBout(scene, name, people).catch((error: unknown) => {
      throw new Error(`bout ${String(bout)}, ${name}, seed ${String(ledger.seed)}`, { cause: error });
    });
    const tookMs = performance.now() - beganAtMs;
    if (isShort || tookMs > slowBoutMs) console.error(`bout ${String(bout)}, ${name}: ${(tookMs / 1000).toFixed(1)} s`);
    if (bout % boutsBetweenWords === 0) console.error(progressOf(scene, bout));
  }
}

/** A calm evening: the clocks are right, the line is good, the app is opened once more and sends all that waits. */
async function deliverEverything(scene: Scene): Promise<void> {
  const { tablet, server, proxy } = scene;
  proxy.roughness = 0;
  await server.turnClock(0);
  await tablet.turnClock(0);
  await tablet.reopenTab();
  const asked = proxy.custodyAnswers;
  let figures = await tablet.figures();
  let idleSinceMs = performance.now();
  const isThrough = (): boolean => proxy.custodyAnswers > asked && figures.waiting + figures.refused === 0;
  while (performance.now() - idleSinceMs < 60_000) {
    if (isThrough() && performance.now() - proxy.lastRequestAtMs > 3000) return;
    await whenTrue(isThrough, tablet.sendNow, 1000);
    const now = await tablet.figures();
    if (now.delivered !== figures.delivered) idleSinceMs = performance.now();
    figures = now;
    await pass(200);
  }
  console.error(`not everything was delivered: ${JSON.stringify(figures)}`);
}

function progressOf({ ledger, tally, proxy }: Scene, bout: number): string {
  const answered = [...proxy.answered].map(([status, count]) => `${String(status)}×${String(count)}`).join(' ');
  return `${String(bout)} bouts, ${String(ledger.confirmed.size)} confirmed, ${String(tally.total)} faults, server: ${answered}`;
}
