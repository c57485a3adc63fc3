import { cutForHead, feasibleCut } from '../../domain/photo/crop/face-cut';
import type { PhotoCut } from '../../domain/photo/crop/photo-cut';
import { cutOfGuide } from '../../domain/photo/guide-crop';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import { encodePhoto } from '../encode-photo';
import { drawCut, emptyCanvas, type KeptRegion, keepRegion } from './kept-region';
import type { TakeResult } from './photo-studio';

/** What is kept of one picture. */
export interface KeptTake {
  readonly frame: PixelSize;
  readonly region: KeptRegion;
  readonly cut: PhotoCut;
  readonly cutBy: 'head' | 'guide';
  readonly analysis: PictureAnalysis | undefined;
}

export type Keeping =
  { readonly kind: 'kept'; readonly take: KeptTake } | { readonly kind: 'tooSmall'; readonly widthPx: number };

/** Decides the cut, by the head where there is one, and keeps the part of the picture around it. */
export function keepTake(picture: CanvasImageSource, frame: PixelSize, analysis: PictureAnalysis | undefined): Keeping {
  const head = analysis?.head;
  const wished = head ? cutForHead(head, analysis.measures.rollDegrees ?? 0) : cutOfGuide(frame);
  const cut = feasibleCut(wished, frame);
  if (!cut) return { kind: 'tooSmall', widthPx: Math.floor(wished.widthPx) };
  const region = keepRegion(picture, frame, cut);
  return { kind: 'kept', take: { frame, region, cut, cutBy: head ? 'head' : 'guide', analysis } };
}

/** Cuts and encodes a kept take as the photo numbered `id`. */
export async function developTake({ frame, region, cut, cutBy, analysis }: KeptTake, id: number): Promise<TakeResult> {
  const photo = drawCut(region, cut);
  try {
    const bytes = await encodePhoto((quality) => jpegOf(photo, quality), photo.width);
    if (!bytes) return { kind: 'failed' };
    const { width: widthPx, height: heightPx } = photo;
    return { kind: 'taken', take: { id, bytes, widthPx, heightPx, sourcePx: frame, cut, cutBy, analysis } };
  } finally {
    emptyCanvas(photo);
  }
}

/**
 * The Blob lives for this moment only. Chromium moves Blobs to the disk when they fill a large part of the
 * memory; one photo never does.
 */
async function jpegOf(photo: OffscreenCanvas, quality: number): Promise<Uint8Array | undefined> {
  const blob = await photo.convertToBlob({ type: 'image/jpeg', quality });
  return blob.type === 'image/jpeg' ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
