import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { waitForModels } from '../photo/evaluate-folder';
import { serveStudioPage } from '../photo/serve-studio-page';
import { getChromiumPath, quietFlags } from '../support/chromium';
import { encodePng } from '../support/portrait/png';
import { drawPortrait } from '../support/portrait/portrait';
import { type Figure, figureOf, medianOf, rounded } from './figure';

const frames = 120;
const photos = 500;
const warmUpPhotos = 50;

/** The studio alone, on a drawn portrait, in Chromium without a GPU. */
export async function* benchStudio(): AsyncGenerator<Figure> {
  const site = await serveStudioPage();
  const browser = await chromium.launch({ executablePath: getChromiumPath(), args: [...quietFlags] });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await waitForModels(page);
    yield figureOf('models-ready-ms', await measureModelsReady(page), 2000);
    const png = encodePng(drawPortrait({ width: 1280, height: 720, stance: { height: 0.66 } })).toString('base64');
    const analysis = await page.evaluate(analyseAgain, { png, times: frames });
    yield figureOf('analysis-1280x720-ms', medianOf(analysis), 40, { frames });
    yield await measureMemory(browser, page, png);
  } finally {
    await browser.close();
    site.stop();
  }
}

/** A second visit: the files are in the browser's own cache, as they are in the tablet's. */
async function measureModelsReady(page: Page): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 3; visit += 1) {
    await page.reload();
    await waitForModels(page);
    times.push(await page.evaluate(() => globalThis.studioPage.readyAfterMs()));
  }
  return medianOf(times);
}

interface Again {
  readonly png: string;
  readonly times: number;
}

async function analyseAgain({ png, times }: Again): Promise<number[]> {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]));
  const measured: number[] = [];
  for (let frame = 0; frame < times; frame += 1) {
    const picture = new VideoFrame(bitmap, { timestamp: frame });
    const startedAt = performance.now();
    const analysis = await globalThis.studioPage.studio.analyse(picture);
    if (!analysis?.head) throw new Error('no face was found');
    measured.push(performance.now() - startedAt);
  }
  return measured;
}

async function measureMemory(browser: Browser, page: Page, png: string): Promise<Figure> {
  await page.evaluate(takeAgain, { png, times: warmUpPhotos });
  const before = await residentMegabytes(browser);
  await page.evaluate(takeAgain, { png, times: photos });
  const after = await residentMegabytes(browser);
  return { name: 'memory-over-500-photos', beforeMB: rounded(before), afterMB: rounded(after), ratio: rounded(after / before) };
}

async function takeAgain({ png, times }: Again): Promise<void> {
  const { studio } = globalThis.studioPage;
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]));
  for (let photo = 0; photo < times; photo += 1) {
    const result = await studio.take(new VideoFrame(bitmap, { timestamp: photo }));
    if (result.kind !== 'taken') throw new Error('nothing was taken');
    studio.drop(result.take.id);
  }
}

/** Resident memory of the page's own processes, as Linux counts it. */
async function residentMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((sum, { id }) => sum + residentOf(id), 0);
}

function residentOf(processId: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}
