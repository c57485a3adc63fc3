/** The side of the tablet a camera looks to: away from the screen, or at the person before it. */
export type CameraFacing = 'environment' | 'user';

export interface CameraWish {
  readonly facing: CameraFacing;
  /** A camera somebody chose; it goes before the side. */
  readonly deviceId?: string;
}

/** `resizeMode` (Media Capture and Streams, 4.3.5) is missing from TypeScript's library. */
export interface CameraConstraints extends MediaTrackConstraints {
  readonly resizeMode: ConstrainDOMString;
}

/** 4K where there is one. A tablet held upright turns the stream itself, so width stays the long edge. */
const largestStreamPx = { width: 3840, height: 2160 } as const;
const smoothPreviewFps = 30;

/**
 * Asks for the largest stream of a camera. Everything is a wish (`ideal`): a camera that cannot is still a
 * camera, and whether its pixels suffice is judged when the photo is taken.
 */
export function cameraConstraints({ facing, deviceId }: CameraWish): CameraConstraints {
  return {
    ...(deviceId ? { deviceId: { ideal: deviceId } } : { facingMode: { ideal: facing } }),
    width: { ideal: largestStreamPx.width },
    height: { ideal: largestStreamPx.height },
    frameRate: { ideal: smoothPreviewFps },
    // Else Chromium cuts a camera that stands upright down to a square, to come nearer to the wish.
    resizeMode: { ideal: 'none' },
  };
}
