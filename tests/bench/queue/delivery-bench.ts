import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, figureOf, medianOf, rounded } from '../figure';
import type { BenchTablet } from './bench-tablet';
import { watchMemory } from './page-memory';
import { PlainPage } from './plain-page';
import { servePlainly } from './plain-server';

/** How many each round delivers, and how large they are. */
export interface Deliveries {
  readonly uploads: number;
  readonly photoBytes: number;
  /** Plain requests before any is measured. */
  readonly warmingUp: number;
  /** Seals so many on a tablet that has no network. */
  readonly fillUp: (envelopes: number) => Promise<void>;
}

interface Round {
  readonly deliveryMs: number;
  readonly plainMs: number;
  readonly keptMs: number;
  readonly mostMegabytes: number;
}

/** A machine that others share has seconds twice as slow as others; the median round is not made of those. */
const rounds = 5;

/** Delivery beside plain requests: in each round the same number of both, the plain ones half before and half after. */
export async function* benchDelivery(tablet: BenchTablet, folder: string, deliveries: Deliveries): AsyncGenerator<Figure> {
  const { uploads, photoBytes, warmingUp } = deliveries;
  const files = join(folder, 'plain');
  mkdirSync(files);
  const plain = await servePlainly(files);
  try {
    const page = new PlainPage(await tablet.browser.openTab(plain.url));
    await page.keep({ from: 0, count: uploads, bytes: photoBytes });
    await page.sendFromMemory({ from: 0, count: warmingUp, bytes: photoBytes });
    const played: Round[] = [];
    while (played.length < rounds) played.push(await playRound(tablet, page, deliveries));
    yield* figuresOf(played, { uploads, photoBytes });
  } finally {
    await plain.close();
  }
}

async function playRound(tablet: BenchTablet, page: PlainPage, { uploads, photoBytes, fillUp }: Deliveries): Promise<Round> {
  const half = { count: uploads / 2, bytes: photoBytes };
  const plainly = async (from: number): Promise<readonly [number, number]> => {
    await page.show();
    return [await page.sendFromMemory({ ...half, from }), await page.sendKept({ ...half, from })];
  };
  await tablet.tab.show();
  await tablet.tab.loseNetwork();
  await fillUp(uploads);
  const before = await plainly(0);
  await tablet.tab.collectGarbage();
  await tablet.tab.show();
  const watch = watchMemory(tablet.browser);
  await tablet.tab.getNetworkBack();
  const deliveryMs = await tablet.deliverAll();
  const mostMegabytes = await watch();
  const after = await plainly(half.count);
  return { deliveryMs, mostMegabytes, plainMs: before[0] + after[0], keptMs: before[1] + after[1] };
}

function* figuresOf(played: readonly Round[], facts: Pick<Deliveries, 'uploads' | 'photoBytes'>): Generator<Figure> {
  const ratios = played.map(({ deliveryMs, plainMs }) => deliveryMs / plainMs);
  const median = (of: (round: Round) => number): number => rounded(medianOf(played.map(of)));
  yield figureOf('delivery-to-plain-fetch', medianOf(ratios), 1.5, {
    least: rounded(Math.min(...ratios)),
    most: rounded(Math.max(...ratios)),
    rounds,
    deliveryMs: median(({ deliveryMs }) => deliveryMs),
    plainMs: median(({ plainMs }) => plainMs),
    keptMs: median(({ keptMs }) => keptMs),
    toKept: median(({ deliveryMs, keptMs }) => deliveryMs / keptMs),
    ...facts,
  });
  const most = Math.max(...played.map(({ mostMegabytes }) => mostMegabytes));
  yield figureOf('page-memory-delivering-mb', most, 150, { uploads: facts.uploads });
}
