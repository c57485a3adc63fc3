import { chromium, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getChromiumPath, quietFlags } from '../support/chromium';
import type { Evaluation } from './page/evaluate-picture';
import type {} from './page/studio-page';
import { serveStudioPage } from './serve-studio-page';

export interface FileEvaluation extends Evaluation {
  readonly file: string;
}

const pictureName = /\.(jpe?g|png|webp|hei[cf])$/i;

/** Judges every picture of a folder with the product's own analysis in a real browser, in the order of their names. */
export async function* evaluateFolder(folder: string): AsyncGenerator<FileEvaluation> {
  const names = readdirSync(folder)
    .filter((name) => pictureName.test(name))
    .sort();
  const site = await serveStudioPage();
  const browser = await chromium.launch({ executablePath: getChromiumPath(), args: [...quietFlags] });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await waitForModels(page);
    for (const name of names) {
      await page.setInputFiles('#pictures', join(folder, name));
      yield { file: name, ...(await page.evaluate(evaluateNamed, name)) };
    }
  } finally {
    await browser.close();
    site.stop();
  }
}

/** Waits until the models run. Throws where they cannot. */
export async function waitForModels(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.studioPage.studio.state() !== 'loading');
  const state = await page.evaluate(() => globalThis.studioPage.studio.state());
  if (state !== 'ready') throw new Error('the models do not run in this browser');
}

function evaluateNamed(name: string): Promise<Evaluation> {
  const { studio, evaluatePicture, findFile } = globalThis.studioPage;
  const file = findFile(name);
  if (!file) throw new Error('the page was not given the file');
  return evaluatePicture(studio, file);
}
