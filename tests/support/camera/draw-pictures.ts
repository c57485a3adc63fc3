import { type BrowserType, chromium } from '@playwright/test';
import QRCode from 'qrcode';
import { getChromiumPath, quietFlags } from '../chromium';
import { drawPortrait } from './draw-portrait';
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
      const sheet = { ...drawing, code: codeOf(payloads[name]) };
      const jpeg = name === 'portrait' ? await page.evaluate(drawPortrait, drawing) : await page.evaluate(drawSheet, sheet);
      drawn.set(name, Buffer.from(jpeg, 'base64'));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

function codeOf(payload: string | QrModules | undefined): QrModules | undefined {
  if (typeof payload !== 'string') return payload;
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  return { size: modules.size, modules: Array.from(modules.data, Number) };
}
