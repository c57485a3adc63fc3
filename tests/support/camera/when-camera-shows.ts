import type { Page } from '@playwright/test';
import { type Picture, stripColours } from './picture';

interface Looking {
  readonly wanted: Picture;
  readonly colours: Readonly<Record<string, readonly [number, number, number]>>;
}

/** Waits until the preview's own pixels show a picture, told by the strip at the frame's edge. */
export async function whenCameraShows(page: Page, picture: Picture): Promise<void> {
  await page.locator('video').first().waitFor({ state: 'attached' });
  await page.evaluate(lookAtPreview, { wanted: picture, colours: stripColours });
}

/** Runs inside the page: looks at each frame until it is the wanted one; the test's own timeout ends it. */
function lookAtPreview({ wanted, colours }: Looking): Promise<void> {
  const canvas = new OffscreenCanvas(1, 1);
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  const findPicture = (video: HTMLVideoElement): string | undefined => {
    if (!paint || video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return undefined;
    paint.drawImage(video, 8, video.videoHeight / 2, 16, 16, 0, 0, 1, 1);
    const seen = paint.getImageData(0, 0, 1, 1).data;
    const distance = (name: string): number =>
      (colours[name] ?? []).reduce((sum, value, channel) => sum + Math.abs(value - (seen[channel] ?? 0)), 0);
    return Object.keys(colours).sort((one, other) => distance(one) - distance(other))[0];
  };
  return new Promise((resolve) => {
    const look = (): void => {
      const video = document.querySelector('video');
      if (video && findPicture(video) === wanted) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
