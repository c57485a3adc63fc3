import { expect, type Page, test as base } from '@playwright/test';
import { buildWhenChanged } from '../../../src/launch/prepare.mjs';
import { waitForModels } from '../../photo/evaluate-folder';
import type { Evaluation } from '../../photo/page/evaluate-picture';
import { serveStudioPage } from '../../photo/serve-studio-page';
import { getChromiumPath, quietFlags } from '../chromium';

interface StudioFixtures {
  /** A page with the product's own photo studio, its models loaded. */
  readonly studio: Page;
}

/** Tests of the real analysis and the real pixels: the studio alone, under the production policy, in a real browser. */
export const test = base.extend<object, StudioFixtures>({
  studio: [
    async ({ playwright }, use) => {
      await buildWhenChanged(['studioPage']);
      const site = await serveStudioPage();
      const browser = await playwright.chromium.launch({ executablePath: getChromiumPath(), args: [...quietFlags] });
      try {
        const page = await browser.newPage();
        await page.goto(site.url);
        await waitForModels(page);
        await use(page);
      } finally {
        await browser.close();
        site.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** Judges a picture file as the kiosk does. */
export async function evaluateFile(page: Page, name: string, buffer: Buffer): Promise<Evaluation> {
  // The field knows a file by its name; what kind of file it is must be told by its bytes.
  await page.setInputFiles('#pictures', { name, mimeType: 'application/octet-stream', buffer });
  return page.evaluate((wanted) => {
    const { studio, evaluatePicture, findFile } = globalThis.studioPage;
    const file = findFile(wanted);
    if (!file) throw new Error('the page was not given the file');
    return evaluatePicture(studio, file);
  }, name);
}

export { expect };
