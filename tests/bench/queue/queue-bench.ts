import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOutVersions, programOf, ServerProcess } from '../../faults/server/server-process';
import { FaultTablet } from '../../faults/tablet/fault-tablet';
import { confirmByCommand, enrolByTyping } from '../../support/kiosk/enrol';
import { Product } from '../../support/product';
import { freePort } from '../../support/product/free-port';
import { type Figure, figureOf, medianOf, nearestRank, rounded } from '../figure';
import { BenchTablet } from './bench-tablet';
import { benchDelivery } from './delivery-bench';
import { privateMegabytes } from './page-memory';

const queued = 2000;
const seals = 100;
const starts = 15;
const uploads = 500;
/** Plain requests before any is measured; the tablet and its server have delivered as many before, too: both are up for weeks. */
const warmingUp = 500;
const photoBytes = 250 * 1024;
/** Of those that only lie in the queue: their size is in no list and no count. */
const queuedPhotoBytes = 24 * 1024;
const seed = 1;
/** Longer than anything goes on that the home screen began; a person stands there for minutes. */
const stoodMs = 400;

/** What the queue costs: sealing and starting beside an empty one, delivering beside plain requests. */
export async function* benchQueue(): AsyncGenerator<Figure> {
  layOutVersions();
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'));
  const dataFolder = join(folder, 'data');
  const profiles = ['empty', 'full'].map((name) => join(folder, name)) as [string, string];
  const port = await freePort();
  const product = new Product(dataFolder, port, programOf('counter-old'));
  const server = new ServerProcess(dataFolder, port);
  const tablets: BenchTablet[] = [];
  try {
    await enrol(product, profiles[0]);
    cpSync(profiles[0], profiles[1], { recursive: true });
    for (const profile of profiles) tablets.push(new BenchTablet(profile, product.url));
    const [empty, full] = tablets as [BenchTablet, BenchTablet];
    await empty.open();
    await full.open();
    yield* benchSealing(empty, full);
    yield* benchStart(empty, full);
    await full.browser.close();
    tablets.pop();
    await fillUp(empty, warmingUp - seals);
    await server.start();
    await empty.deliverAll();
    yield* benchDelivery(empty, folder, { uploads, photoBytes, warmingUp, fillUp: (count) => fillUp(empty, count) });
  } finally {
    for (const { browser } of tablets) await browser.close();
    await server.kill();
    await product.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tablet that was enrolled and carried away: its server is not to be reached. */
async function enrol(product: Product, profileFolder: string): Promise<void> {
  const tablet = new FaultTablet(profileFolder, product.url);
  try {
    await product.start();
    await tablet.switchOn();
    await enrolByTyping(tablet.page, product);
    await confirmByCommand(tablet.page, product);
    await tablet.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  } finally {
    await tablet.switchOff();
    await product.kill();
  }
}

let number = 0;
const nextApplicant = (size: number) => ({ seed, number: (number += 1), photoBytes: size });

/** One seal here, one there, in turn: whatever else the machine does meets both. */
async function* benchSealing(empty: BenchTablet, full: BenchTablet): AsyncGenerator<Figure> {
  await empty.seal(nextApplicant(queuedPhotoBytes), 0);
  let mostMegabytes = 0;
  for (let count = 0; count < queued; count += 1) {
    await full.seal(nextApplicant(queuedPhotoBytes), 0);
    if (count % 100 === 0) mostMegabytes = Math.max(mostMegabytes, await privateMegabytes(full.browser));
  }
  const [beside0, beside2000]: [number[], number[]] = [[], []];
  for (let count = 0; count < seals; count += 1) {
    beside0.push(await empty.seal(nextApplicant(photoBytes), stoodMs));
    beside2000.push(await full.seal(nextApplicant(photoBytes), stoodMs));
  }
  mostMegabytes = Math.max(mostMegabytes, await privateMegabytes(full.browser));
  const facts = { seals, photoBytes };
  yield figureOf('seal-and-commit-p95-ms', nearestRank(beside0, 0.95), 60, { ...facts, median: rounded(medianOf(beside0)) });
  const medians = { median: rounded(medianOf(beside2000)), queued };
  yield figureOf('seal-and-commit-2000-queued-p95-ms', nearestRank(beside2000, 0.95), 60, { ...facts, ...medians });
  const p95Ratio = rounded(nearestRank(beside2000, 0.95) / nearestRank(beside0, 0.95));
  yield figureOf('seal-2000-queued-to-empty', medianOf(beside2000) / medianOf(beside0), 1.3, { p95Ratio });
  yield figureOf('page-memory-sealing-mb', mostMegabytes, 150, { queued });
}

async function* benchStart(empty: BenchTablet, full: BenchTablet): AsyncGenerator<Figure> {
  const [beside0, beside2000]: [number[], number[]] = [[], []];
  await empty.start();
  await full.start();
  for (let count = 0; count < starts; count += 1) {
    beside0.push(await empty.start());
    beside2000.push(await full.start());
  }
  const facts = { emptyMs: rounded(medianOf(beside0)), fullMs: rounded(medianOf(beside2000)), starts, queued };
  yield figureOf('start-2000-queued-to-empty', medianOf(beside2000) / medianOf(beside0), 1.2, facts);
}

/** So many as are to be delivered, all of them whole, on a tablet that was in use all day and has no network now. */
async function fillUp(tablet: BenchTablet, envelopes: number): Promise<void> {
  for (let count = 0; count < envelopes; count += 1) await tablet.seal(nextApplicant(photoBytes), 0);
}
