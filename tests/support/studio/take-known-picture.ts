import type { PhotoCut } from '../../../src/domain/photo/crop/photo-cut';

import type {} from '../../photo/page/studio-page';

export interface KnownPicture {
  readonly width: number;
  readonly height: number;
  /** Blocks of many colours, or grey lines one pixel wide. */
  readonly pattern: 'blocks' | 'lines';
  readonly rollDegrees?: number;
  /** As a camera hands it over, not as a file. */
  readonly isFrame?: boolean;
}

export interface KnownPhoto {
  readonly cut: PhotoCut;
  readonly widthPx: number;
  readonly heightPx: number;
  /** For each place that was compared: its colour in the source and in the photo. */
  readonly places: readonly { readonly source: readonly number[]; readonly photo: readonly number[] }[];
  /** Difference between neighbouring columns, in the source and in the photo. */
  readonly contrast: { readonly source: number; readonly photo: number };
}

/** Runs in the page: takes a known picture through the studio and looks at the photo's pixels. */
export async function takeKnownPicture(wish: KnownPicture): Promise<KnownPhoto> {
  const { width, height, pattern, rollDegrees, isFrame = false } = wish;
  const block = 48;
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  if (!paint) throw new Error('no canvas');
  const colourAt = (x: number, y: number): number[] => {
    const [column, row] = [Math.floor(x / block), Math.floor(y / block)];
    return [60 + ((column * 37) % 140), 60 + ((row * 53) % 140), 60 + (((column + row) * 29) % 140)];
  };
  if (pattern === 'blocks') {
    for (let x = 0; x < width; x += block) {
      for (let y = 0; y < height; y += block) {
        paint.fillStyle = `rgb(${colourAt(x, y).join()})`;
        paint.fillRect(x, y, block, block);
      }
    }
  } else {
    for (let x = 0; x < width; x += 1) {
      paint.fillStyle = x % 2 === 0 ? 'rgb(108,108,108)' : 'rgb(148,148,148)';
      paint.fillRect(x, 0, 1, height);
    }
  }
  const { studio } = globalThis.studioPage;
  let result = await studio.take(isFrame ? new VideoFrame(canvas, { timestamp: 0 }) : await createImageBitmap(canvas));
  if (result.kind === 'taken' && rollDegrees !== undefined) {
    result = await studio.recut(result.take.id, { ...result.take.cut, widthPx: result.take.cut.widthPx * 0.8, rollDegrees });
  }
  if (result.kind !== 'taken') throw new Error('nothing was taken');
  const { id, cut, widthPx, heightPx, bytes } = result.take;
  studio.drop(id);
  const photo = new OffscreenCanvas(widthPx, heightPx);
  const look = photo.getContext('2d', { willReadFrequently: true });
  if (!look) throw new Error('no canvas');
  look.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
  const mean = (x: number, y: number, reach: number): number[] => {
    const { data } = look.getImageData(x - reach, y - reach, 2 * reach + 1, 2 * reach + 1);
    return [0, 1, 2].map((part) => {
      let sum = 0;
      for (let at = part; at < data.length; at += 4) sum += data[at] ?? 0;
      return sum / (data.length / 4);
    });
  };
  const turn = (cut.rollDegrees * Math.PI) / 180;
  const scale = cut.widthPx / widthPx;
  const places: { source: number[]; photo: number[] }[] = [];
  for (let x = 20; x < widthPx - 20; x += 7) {
    for (let y = 20; y < heightPx - 20; y += 11) {
      const [dx, dy] = [(x + 0.5 - widthPx / 2) * scale, (y + 0.5 - heightPx / 2) * scale];
      const sourceX = cut.centre.x + dx * Math.cos(turn) - dy * Math.sin(turn);
      const sourceY = cut.centre.y + dx * Math.sin(turn) + dy * Math.cos(turn);
      // Only in the middle of a block: its border is mixed by every honest way of turning, scaling and encoding.
      const isMiddle = [sourceX, sourceY].every((at) => Math.abs((at % block) - block / 2) < 4);
      if (isMiddle) places.push({ source: colourAt(sourceX, sourceY), photo: mean(x, y, 2) });
    }
  }
  const row = look.getImageData(0, Math.floor(heightPx / 2), widthPx, 1).data;
  let difference = 0;
  for (let x = 100; x < widthPx - 100; x += 1) difference += Math.abs((row[x * 4] ?? 0) - (row[(x + 1) * 4] ?? 0));
  return { cut, widthPx, heightPx, places, contrast: { source: 40, photo: difference / (widthPx - 200) } };
}
