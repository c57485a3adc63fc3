import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../../src/launch/project-root.mjs';
import { paths } from '../../../src/protocol/http';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const mostFirstScriptBytes = 180 * 1024;

test('Chromium finds nothing against installing the kiosk', async ({ venue }) => {
  const session = await venue.tablet.context.newCDPSession(venue.page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${venue.product.url}/manifest.webmanifest`);
});

/** How the browser says that a static route of the service worker has decided; TypeScript's library does not know it. */
interface RoutedTiming extends PerformanceResourceTiming {
  readonly workerMatchedSourceType?: string;
}

test('what goes to the server does not pass through the service worker', async ({ venue }) => {
  const { page } = venue;
  const answered = page.waitForResponse((response) => response.url().endsWith(paths.configuration));
  await page.reload();
  await answered;
  const routed = (path: string): Promise<(string | undefined)[]> =>
    page.evaluate((wanted) => {
      const timings = performance.getEntriesByType('resource') as RoutedTiming[];
      return timings.filter(({ name }) => name.endsWith(wanted)).map(({ workerMatchedSourceType }) => workerMatchedSourceType);
    }, path);
  await expect.poll(() => routed(paths.configuration)).toEqual(['network']);
});

test('all JavaScript up to the home screen is at most 180 KB gzip; camera, QR and sealing come later', async ({ venue }) => {
  const { page, product } = venue;
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  const untilHome = [...scripts];
  await nextPerson(page).click();
  const message = 'the wizard, the camera and the reading of codes load when they are needed';
  await expect.poll(() => scripts.size, { message }).toBeGreaterThan(untilHome.length + 1);
  const sizes = untilHome.map((path): [string, number] => [path, gzippedBytes(path)]);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  console.log(`JavaScript up to the home screen: ${(bytes / 1024).toFixed(1)} KB gzip in ${String(sizes.length)} files`);
  expect(sizes.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(mostFirstScriptBytes);
});

function gzippedBytes(path: string): number {
  return gzipSync(readFileSync(join(projectRoot, 'dist/web', path)), { level: 9 }).length;
}
