import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja/ja';
import { whenCameraShows } from '../support/camera/when-camera-shows';
import { signInAtCounter } from '../support/kiosk/sign-in';
import { openEnrolledVenue } from './enrolled-venue';
import { type Figure, figureOf, medianOf } from './figure';

const watchMs = 5000;
const shots = 9;

/** The photo step of the built kiosk, with a camera of 1920×1080 on which somebody looks aside. */
export async function* benchKiosk(): AsyncGenerator<Figure> {
  const { venue, close } = await openEnrolledVenue();
  const { page, camera } = venue;
  try {
    await signInAtCounter(page, venue.product.dataFolder);
    // Nothing passes, so that the coach goes on and the shutter waits for a hand.
    camera.show('turnedPortrait');
    await page.getByRole('button', { name: ja.session.home.photoOnly }).click();
    await whenCameraShows(page, 'turnedPortrait');
    await page.getByText(/画面の[左右]へ向けて/).waitFor();
    const longestMs = await page.evaluate(watchMainThread, watchMs);
    yield figureOf('main-thread-longest-task-ms', longestMs, 50, { watchedMs: watchMs });
    yield figureOf('shutter-to-photo-ms', medianOf(await shootAgain(page)), 300, { shots });
  } finally {
    await close();
  }
}

/** Runs in the page: the longest task of some seconds. Chromium reports those of 50 ms and more; else 0. */
function watchMainThread(forMs: number): Promise<number> {
  let longestMs = 0;
  const tasks = new PerformanceObserver((list) => {
    longestMs = Math.max(longestMs, ...list.getEntries().map(({ duration }) => duration));
  });
  tasks.observe({ type: 'longtask' });
  return new Promise((resolve) => {
    setTimeout(() => {
      tasks.disconnect();
      resolve(longestMs);
    }, forMs);
  });
}

async function shootAgain(page: Page): Promise<number[]> {
  const times: number[] = [];
  const words = { shoot: ja.photo.shoot, alt: ja.photo.review.takenAlt };
  for (let shot = 0; shot < shots; shot += 1) {
    times.push(await page.evaluate(shootOnce, words));
    await page.getByRole('button', { name: ja.photo.review.retake }).click();
    await page.getByText(/画面の[左右]へ向けて/).waitFor();
  }
  return times;
}

/** Runs in the page: from the press on the shutter to the photo drawn on the screen. */
async function shootOnce({ shoot, alt }: { readonly shoot: string; readonly alt: string }): Promise<number> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === shoot);
  const startedAt = performance.now();
  button?.click();
  for (;;) {
    await new Promise(requestAnimationFrame);
    const photo = document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`);
    if (photo?.complete && photo.naturalWidth > 0) return performance.now() - startedAt;
  }
}
