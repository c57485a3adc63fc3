import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { drawPictures } from '../../support/camera/draw-pictures';
import { formIds, inventedPersonalNumber, standingPayloads } from '../../support/camera/payloads';
import { pictures } from '../../support/camera/picture';
import { whenCameraShows } from '../../support/camera/when-camera-shows';
import { getChromiumPath, quietFlags } from '../../support/chromium';
import { FakeCamera } from '../../support/fake-camera';
import { startSmallSite } from '../../support/control/small-site';

const files = {
  '/': '<!doctype html><video autoplay muted playsinline></video><script src="/zxing.js"></script>',
  '/zxing.js': readFileSync('node_modules/@zxing/browser/umd/zxing-browser.min.js'),
};

test('the fake camera shows what it is told, at full size, and zxing reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-camera-'));
  const camera = new FakeCamera(folder, await drawPictures(pictures, standingPayloads));
  camera.show('form');
  const site = await startSmallSite(files);
  const browser = await chromium.launch({ executablePath: getChromiumPath(), args: [...quietFlags, ...camera.flags] });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    expect(await openCamera(page)).toEqual({ width: 1920, height: 1080 });
    await whenCameraShows(page, 'form');
    expect(await readCode(page)).toBe(standingPayloads.form);
    expect(await readCode(page)).toContain(formIds.form);

    camera.show('personalNumber');
    await closeCamera(page);
    await openCamera(page);
    await whenCameraShows(page, 'personalNumber');
    expect((await readCode(page)) === inventedPersonalNumber, 'the 12-digit code is read').toBe(true);

    camera.show('portrait');
    await whenCameraShows(page, 'portrait');
    camera.show('desk');
    await whenCameraShows(page, 'desk');
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  }
});

function openCamera(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 3840 }, height: { ideal: 2160 } } });
    const video = document.querySelector('video');
    if (!video) throw new Error('no video');
    video.srcObject = stream;
    await video.play();
    return { width: video.videoWidth, height: video.videoHeight };
  });
}

function closeCamera(page: Page): Promise<void> {
  return page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject;
    if (stream instanceof MediaStream) for (const track of stream.getTracks()) track.stop();
  });
}

function readCode(page: Page): Promise<string> {
  return page.evaluate(async () => {
    interface Reader {
      scanOneResult(video: HTMLVideoElement): Promise<{ getText(): string }>;
    }
    const { ZXingBrowser } = globalThis as unknown as { ZXingBrowser: { BrowserQRCodeReader: new () => Reader } };
    const video = document.querySelector('video');
    if (!video) throw new Error('no video');
    return (await new ZXingBrowser.BrowserQRCodeReader().scanOneResult(video)).getText();
  });
}
