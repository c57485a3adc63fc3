import { type BrowserType, chromium } from '@playwright/test';
import QRCode from 'qrcode';
import { getChromiumPath, quietFlags } from '../chromium';
import { drawPortrait, type PortraitWish } from '../portrait/portrait';
import { encodePng } from '../portrait/png';
import { drawPortraitFrame } from './draw-portrait';
import { drawSheet } from './draw-sheet';
import { frameSizePx, type Picture, stripColours, stripWidthPx } from './picture';
import type { QrModules } from './qr-modules';

/** The code on each sheet: what it says, or a code drawn already. A picture without one shows none. */
export type Payloads = Partial<Readonly<Record<Picture, string | QrModules>>>;

/** Draws camera frames in Chromium itself: 1920×1080 JPEG in 4:2:0, the only sampling the fake camera plays. */
export async function drawPictures(
  names: readonly Picture[],
  payloads: Payloads,
  browserType: BrowserType = chromium,
): Promise<Map<Picture, Buffer>> {
  const browser = await browserType.launch({ executablePath: getChromiumPath(), args: [...quietFlags] });
  try {
    const page = await browser.newPage();
    const drawn = new Map<Picture, Buffer>();
    for (const name of names) {
      const drawing = { ...frameSizePx, stripWidth: stripWidthPx, strip: stripColours[name] };
      const wish = portraits[name];
      const jpeg = wish
        ? await page.evaluate(drawPortraitFrame, { ...drawing, png: pngOf(wish) })
        : await page.evaluate(drawSheet, { ...drawing, code: codeOf(payloads[name]) });
      drawn.set(name, Buffer.from(jpeg, 'base64'));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

/** The invented people, as high as the frame and as wide as an ID photo needs. */
const portraits: Partial<Readonly<Record<Picture, Partial<PortraitWish>>>> = {
  portrait: {},
  turnedPortrait: { stance: { yaw: 25 } },
};

function pngOf(wish: Partial<PortraitWish>): string {
  return encodePng(drawPortrait({ width: 810, height: frameSizePx.height, ...wish })).toString('base64');
}

function codeOf(payload: string | QrModules | undefined): QrModules | undefined {
  if (typeof payload !== 'string') return payload;
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  return { size: modules.size, modules: Array.from(modules.data, Number) };
}
