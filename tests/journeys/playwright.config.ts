import { defineConfig } from '@playwright/test';
import { getChromiumPath } from '../support/chromium';

/** Fails here, before any journey, where no browser is installed. */
const executablePath = getChromiumPath();

/** Journeys drive one real browser each on a shared machine: one at a time, and a failure is never tried again. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../../test-results/journeys',
  reporter: [['list'], ['json', { outputFile: '../../test-results/journeys.json' }]],
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  /** Ends what hangs; a busy machine is slow, not wrong. */
  timeout: 240_000,
  expect: { timeout: 30_000 },
  /** No traces, videos or screenshots: they would hold what a resident typed. */
  use: { browserName: 'chromium', launchOptions: { executablePath }, trace: 'off', video: 'off', screenshot: 'off' },
});
