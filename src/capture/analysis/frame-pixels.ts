import type { PixelSize } from '../../domain/photo/photo-limits';
import { canvasContext } from './canvas-context';

/** Newer browsers tell how a frame is turned. */
interface TurnedFrame {
  readonly rotation?: number;
  readonly flip?: boolean;
}

interface Staging {
  readonly pixels: ImageData;
  readonly context: OffscreenCanvasRenderingContext2D;
}

let staging: Staging | undefined;
let knownToConvert: boolean | undefined;

/**
 * A camera's frame as pixels on a canvas of its own size, the same canvas for every frame. The same values as drawing
 * it gives, in a tenth of the time where there is no graphics processor. Undefined where it has to be drawn.
 */
export async function framePixels(picture: CanvasImageSource, size: PixelSize): Promise<OffscreenCanvas | undefined> {
  if (typeof VideoFrame === 'undefined' || !(picture instanceof VideoFrame)) return undefined;
  knownToConvert ??= canConvert();
  if (!knownToConvert || !liesAsShown(picture, size)) return undefined;
  try {
    const { pixels, context } = stagingOf(size);
    await picture.copyTo(pixels.data, { format: 'RGBA', colorSpace: 'srgb' });
    context.putImageData(pixels, 0, 0);
    return context.canvas;
  } catch {
    return undefined;
  }
}

/** Overwrites the last frame: nobody's face outlasts their visit. A 4K frame's copies take 66 MB. */
export function forgetFrame(): void {
  if (!staging) return;
  staging.pixels.data.fill(0);
  const { canvas } = staging.context;
  [canvas.width, canvas.height] = [0, 0];
  staging = undefined;
}

/** Older browsers overlook the wish for RGBA and hand out the planes as they lie. */
function canConvert(): boolean {
  const planes = new VideoFrame(new Uint8Array(6), { format: 'I420', codedWidth: 2, codedHeight: 2, timestamp: 0 });
  try {
    return planes.allocationSize({ format: 'RGBA' }) === 16;
  } catch {
    return false;
  } finally {
    planes.close();
  }
}

/** Whether the frame is shown pixel by pixel as it is stored: neither turned nor stretched. */
function liesAsShown(frame: VideoFrame & TurnedFrame, { width, height }: PixelSize): boolean {
  const { rotation = 0, flip = false, visibleRect } = frame;
  return rotation === 0 && !flip && visibleRect?.width === width && visibleRect.height === height;
}

function stagingOf(size: PixelSize): Staging {
  const { width, height } = size;
  if (staging?.pixels.width === width && staging.pixels.height === height) return staging;
  staging = { pixels: new ImageData(width, height), context: canvasContext(size) };
  return staging;
}
