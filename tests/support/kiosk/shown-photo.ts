import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';

const jpegUrlStart = 'data:image/jpeg;base64,';

/** The bytes of the photo on the screen: what the resident sees and agrees to. */
export async function getShownPhoto(page: Page): Promise<Buffer> {
  const source = await shownPhoto(page).first().getAttribute('src');
  if (!source?.startsWith(jpegUrlStart)) throw new Error('the photo on the screen is no JPEG');
  return Buffer.from(source.slice(jpegUrlStart.length), 'base64');
}

/** Whether a photo is on the screen. */
export async function isPhotoShown(page: Page): Promise<boolean> {
  return (await shownPhoto(page).count()) > 0;
}

function shownPhoto(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('img', { name: new RegExp(`${ja.photo.review.takenAlt}|${ja.wizard.check.photoAlt}`) });
}
