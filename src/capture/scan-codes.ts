import { type QrDecoder, startQrDecoder } from './qr/qr-decoder';
import { scanRegion } from './scan-codes-region';

export interface ScanCodesRequest {
  readonly video: HTMLVideoElement;
  /** Called with what every read code holds, once for each frame it was read in. */
  readonly onPayload: (payload: string) => void;
  /** Called at most once, when codes cannot be read on this device; typing is the way on. */
  readonly onUnavailable?: () => void;
  /** Ends the scan; nothing is called after it. */
  readonly signal: AbortSignal;
}

/** A form's code still has several pixels for each of its modules, and a frame is read in time for the next. */
const longestEdgePx = 800;

/**
 * Reads QR codes from a video's live frames until told to stop. One frame at a time, in a worker: frames that
 * come meanwhile are skipped. No picture is kept, and none leaves the page.
 */
export function scanCodes(request: ScanCodesRequest): void {
  void scanUntilAborted(request);
}

async function scanUntilAborted({ video, onPayload, onUnavailable, signal }: ScanCodesRequest): Promise<void> {
  const canvas = document.createElement('canvas');
  const decoder = startQrDecoder();
  try {
    while (await nextFrame(video, signal)) {
      const reading = await readFrame(video, canvas, decoder);
      if (signal.aborted) return;
      if (reading.kind === 'code') onPayload(reading.payload);
      if (reading.kind === 'unavailable') {
        onUnavailable?.();
        return;
      }
    }
  } finally {
    decoder.stop();
    canvas.width = 0;
    canvas.height = 0;
  }
}

type FrameReading = Awaited<ReturnType<QrDecoder['decode']>>;

async function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement, decoder: QrDecoder): Promise<FrameReading> {
  const { x, y, width, height } = scanRegion({ width: video.videoWidth, height: video.videoHeight });
  const edge = Math.min(width, longestEdgePx);
  if (edge === 0) return { kind: 'nothing' };
  if (canvas.width !== edge) [canvas.width, canvas.height] = [edge, edge];
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) return { kind: 'unavailable' };
  context.imageSmoothingQuality = 'medium';
  context.drawImage(video, x, y, width, height, 0, 0, edge, edge);
  return decoder.decode(context.getImageData(0, 0, edge, edge));
}

/** Waits for the video's next frame; false once the scan was ended. */
function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (): void => resolve(false);
    signal.addEventListener('abort', end, { once: true });
    const take = (): void => {
      signal.removeEventListener('abort', end);
      resolve(!signal.aborted);
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(take);
    else requestAnimationFrame(take);
  });
}
