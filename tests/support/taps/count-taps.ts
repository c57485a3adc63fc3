import type { Page } from '@playwright/test';

interface Counting {
  taps: number;
  keys: number;
  isPaused: boolean;
}

/** Counts every touch and every key, as the page itself gets them. */
export async function startCounting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counting: Counting = { taps: 0, keys: 0, isPaused: false };
    Object.assign(globalThis, { counting });
    addEventListener('pointerdown', () => (counting.taps += counting.isPaused ? 0 : 1), true);
    addEventListener('keydown', () => (counting.keys += 1), true);
  });
}

/** What is done meanwhile counts for nothing: the photo is counted apart. */
export async function withoutCounting(page: Page, work: () => Promise<void>): Promise<void> {
  await setPaused(page, true);
  await work();
  await setPaused(page, false);
}

export function readCounts(page: Page): Promise<Pick<Counting, 'taps' | 'keys'>> {
  return page.evaluate(() => (globalThis as unknown as { counting: Counting }).counting);
}

async function setPaused(page: Page, isPaused: boolean): Promise<void> {
  await page.evaluate((paused) => {
    (globalThis as unknown as { counting: Counting }).counting.isPaused = paused;
  }, isPaused);
}
