import type { Picture } from '../../capture/studio/photo-studio';

/** Measuring more often tells nobody more and warms the tablet. */
const leastGapMs = 50;

/**
 * Hands on the frames of a playing video, one at a time: the next one when `measure` is done with the one before,
 * so that a slow device sees fewer frames and its screen stays fast. Returns what stops it.
 */
export function watchFrames(video: HTMLVideoElement, measure: (picture: Picture, atMs: number) => Promise<void>): () => void {
  let isStopped = false;
  let cancel = (): void => undefined;
  let lastAtMs = -leastGapMs;
  const next = (): void => {
    if (!isStopped) cancel = whenNextFrame(video, look);
  };
  const look = (atMs: number): void => {
    const picture = atMs - lastAtMs < leastGapMs ? undefined : pictureOf(video);
    if (!picture) return next();
    lastAtMs = atMs;
    void measure(picture, atMs).finally(next);
  };
  next();
  return () => {
    isStopped = true;
    cancel();
  };
}

/** The frame that a video shows now; undefined while it shows none. */
export function pictureOf(video: HTMLVideoElement): VideoFrame | undefined {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return undefined;
  try {
    return new VideoFrame(video);
  } catch {
    return undefined;
  }
}

function whenNextFrame(video: HTMLVideoElement, look: (atMs: number) => void): () => void {
  const handle = video.requestVideoFrameCallback(look);
  return () => video.cancelVideoFrameCallback(handle);
}
