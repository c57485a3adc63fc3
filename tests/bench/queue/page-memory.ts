import { readFileSync } from 'node:fs';
import type { UnwatchedBrowser } from './unwatched-browser';

/** Memory that the tablet's page has to itself: private pages of its process, as Linux counts them. In MB. */
export async function privateMegabytes(browser: UnwatchedBrowser): Promise<number> {
  const sizes = (await browser.rendererIds()).map(privateOf);
  return Math.max(...sizes);
}

/** Looks twice a second; returns how to end it, with the most that was seen. */
export function watchMemory(browser: UnwatchedBrowser): () => Promise<number> {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, await privateMegabytes(browser));
  };
  const timer = setInterval(() => void look(), 500);
  return async () => {
    clearInterval(timer);
    await look();
    return most;
  };
}

function privateOf(processId: number): number {
  const rollup = readFileSync(`/proc/${String(processId)}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
