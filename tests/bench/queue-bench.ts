import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOutVersions, programOf, ServerProcess } from '../faults/server/server-process';
import type { Applicant } from '../faults/page/applicant';
import type {} from '../faults/page/counter-page';
import { FaultTablet } from '../faults/tablet/fault-tablet';
import { confirmByCommand, enrolByTyping } from '../support/kiosk/enrol';
import { Product } from '../support/product';
import { freePort } from '../support/product/free-port';
import { type Figure, figureOf, medianOf, nearestRank, rounded } from './figure';
import { privateMegabytes } from './page-memory';
import { servePlainly } from './plain-server';

const queued = 2000;
const seals = 100;
const starts = 15;
const uploads = 500;
const photoBytes = 250 * 1024;
/** Of those that only lie in the queue: their size is in no list and no count. */
const queuedPhotoBytes = 24 * 1024;
const seed = 1;

/** What the queue costs: sealing and starting beside an empty one, delivering beside plain requests. */
export async function* benchQueue(): AsyncGenerator<Figure> {
  layOutVersions();
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'));
  const dataFolder = join(folder, 'data');
  const port = await freePort();
  const product = new Product(dataFolder, port, programOf('counter-old'));
  const server = new ServerProcess(dataFolder, port);
  const [empty, full] = ['empty', 'full'].map((name) => new FaultTablet(join(folder, name), product.url)) as [
    FaultTablet,
    FaultTablet,
  ];
  try {
    await product.start();
    await empty.switchOn();
    await enrolByTyping(empty.page, product);
    await confirmByCommand(empty.page, product);
    await empty.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await empty.switchOff();
    await product.kill();
    cpSync(empty.profileFolder, full.profileFolder, { recursive: true });
    await empty.switchOn();
    await full.switchOn();
    yield* benchSealing(empty, full);
    yield* benchStart(empty, full);
    await full.switchOff();
    await server.start();
    yield* benchDelivery(empty, folder);
  } finally {
    await empty.switchOff();
    await full.switchOff();
    await server.kill();
    await product.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One seal here, one there, in turn: whatever else the machine does meets both. */
async function* benchSealing(empty: FaultTablet, full: FaultTablet): AsyncGenerator<Figure> {
  let number = 0;
  const seal = (tablet: FaultTablet, size: number): Promise<number> => {
    number += 1;
    return tablet.page.evaluate((who) => globalThis.measuring.seal(who), { seed, number, photoBytes: size });
  };
  await seal(empty, queuedPhotoBytes);
  let mostMegabytes = 0;
  for (let count = 0; count < queued; count += 1) {
    await seal(full, queuedPhotoBytes);
    if (count % 200 === 0) mostMegabytes = Math.max(mostMegabytes, await privateMegabytes(full));
  }
  const [beside0, beside2000]: [number[], number[]] = [[], []];
  for (let count = 0; count < seals; count += 1) {
    beside0.push(await seal(empty, photoBytes));
    beside2000.push(await seal(full, photoBytes));
  }
  mostMegabytes = Math.max(mostMegabytes, await privateMegabytes(full));
  const facts = { seals, photoBytes };
  yield figureOf('seal-and-commit-p95-ms', nearestRank(beside0, 0.95), 60, { ...facts, median: rounded(medianOf(beside0)) });
  const medians = { median: rounded(medianOf(beside2000)), queued };
  yield figureOf('seal-and-commit-2000-queued-p95-ms', nearestRank(beside2000, 0.95), 60, { ...facts, ...medians });
  const p95Ratio = rounded(nearestRank(beside2000, 0.95) / nearestRank(beside0, 0.95));
  yield figureOf('seal-2000-queued-to-empty', medianOf(beside2000) / medianOf(beside0), 1.3, { p95Ratio });
  yield figureOf('page-memory-sealing-mb', mostMegabytes, 150, { queued });
}

async function* benchStart(empty: FaultTablet, full: FaultTablet): AsyncGenerator<Figure> {
  const start = async (tablet: FaultTablet): Promise<number> => {
    await tablet.reopenTab();
    return tablet.page.evaluate(() => globalThis.measuring.usableAfterMs());
  };
  const [beside0, beside2000]: [number[], number[]] = [[], []];
  await start(empty);
  await start(full);
  for (let count = 0; count < starts; count += 1) {
    beside0.push(await start(empty));
    beside2000.push(await start(full));
  }
  const facts = { emptyMs: rounded(medianOf(beside0)), fullMs: rounded(medianOf(beside2000)), starts, queued };
  yield figureOf('start-2000-queued-to-empty', medianOf(beside2000) / medianOf(beside0), 1.2, facts);
}

/** Plain requests before and after, half of them each; between them the same number of envelopes of that size. */
async function* benchDelivery(tablet: FaultTablet, folder: string): AsyncGenerator<Figure> {
  await tablet.page.evaluate(() => globalThis.measuring.deliverAll());
  await tablet.context.setOffline(true);
  for (let count = 0; count < uploads; count += 1) {
    const who: Applicant = { seed: seed + 1, number: count, photoBytes };
    await tablet.page.evaluate((applicant) => globalThis.measuring.seal(applicant), who);
  }
  await tablet.context.setOffline(false);
  const files = join(folder, 'plain');
  mkdirSync(files);
  const plain = await servePlainly(files);
  try {
    const tab = await tablet.context.newPage();
    await tab.goto(plain.url);
    const ask = { count: uploads / 2, bytes: photoBytes };
    const before = await tab.evaluate(putPlainly, ask);
    await collectGarbage(tablet);
    const watch = watchMemory(tablet);
    const deliveryMs = await tablet.page.evaluate(() => globalThis.measuring.deliverAll());
    const mostMegabytes = await watch();
    const after = await tab.evaluate(putPlainly, ask);
    const facts = { deliveryMs: rounded(deliveryMs), plainMs: rounded(before + after), uploads, photoBytes };
    yield figureOf('delivery-to-plain-fetch', deliveryMs / (before + after), 1.5, facts);
    yield figureOf('page-memory-delivering-mb', mostMegabytes, 150, { uploads });
  } finally {
    await plain.close();
  }
}

/** What sealing left behind is not delivery's. */
async function collectGarbage(tablet: FaultTablet): Promise<void> {
  const devTools = await tablet.context.newCDPSession(tablet.page);
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.detach();
}

/** Looks every second; returns how to end it, with the most that was seen. */
function watchMemory(tablet: FaultTablet): () => Promise<number> {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, await privateMegabytes(tablet));
  };
  const timer = setInterval(() => void look(), 1000);
  return async () => {
    clearInterval(timer);
    await look();
    return most;
  };
}

/** Runs in a page of the plain server: one request after the other. */
async function putPlainly({ count, bytes }: { readonly count: number; readonly bytes: number }): Promise<number> {
  const body = new Uint8Array(bytes);
  const startedAtMs = performance.now();
  for (let put = 0; put < count; put += 1) {
    const answer = await fetch('/', { method: 'PUT', body });
    if (answer.status !== 201) throw new Error('the plain server did not take it');
  }
  return performance.now() - startedAtMs;
}
