import type { IdPhoto } from '../domain/application/draft';
import { drawPhoto } from './draw-photo';

export type TakePhotoResult =
  | { readonly kind: 'taken'; readonly photo: IdPhoto }
  /** The guide holds fewer pixels of this camera than the official site accepts (480). */
  | { readonly kind: 'cameraTooSmall'; readonly widthPx: number }
  | { readonly kind: 'failed' };

/** Takes what the guide shows from the frame that a playing video shows now. Never rejects. */
export function takePhoto(video: HTMLVideoElement): Promise<TakePhotoResult> {
  return takeNow(video);
}

async function takeNow(video: HTMLVideoElement): Promise<TakePhotoResult> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return { kind: 'failed' };
  try {
    const drawn = await drawPhoto(video, { width: video.videoWidth, height: video.videoHeight });
    return drawn.kind === 'tooSmall' ? { kind: 'cameraTooSmall', widthPx: drawn.widthPx } : drawn;
  } catch {
    return { kind: 'failed' };
  }
}
