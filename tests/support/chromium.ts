import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the journeys: MADOGUCHI_CHROMIUM, Playwright's own, or a usual place. Throws where there is none. */
export function getChromiumPath(): string {
  const named = process.env['MADOGUCHI_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`MADOGUCHI_CHROMIUM names ${named}, where there is no file`);
  }
  const found = [chromium.executablePath(), ...usualPlaces].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium or Chrome found for the browser journeys. Set MADOGUCHI_CHROMIUM to its path, or install one: ' +
      '"npx playwright install chromium", or on Debian "apt-get install chromium fonts-noto-cjk".',
  );
}

/** Keeps the browser off the network and, as root, out of a sandbox that root cannot have. */
export const quietFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
