import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPictures, type Payloads } from './camera/draw-pictures';
import type { Picture } from './camera/picture';

/** Chromium plays an .mjpeg file, which is nothing but JPEG frames one after the other, at this rate, in a loop. */
const framesPerSecond = 30;

export interface Scene {
  readonly picture: Picture;
  readonly seconds: number;
}

/**
 * A camera for Chromium's --use-file-for-fake-video-capture. The file is read when the browser opens the camera:
 * `show` decides what the next opening sees; for a change while the camera is open, show a sequence of scenes.
 */
export class FakeCamera {
  readonly path: string;
  /** What the browser answers, in place of its user, when a page asks for the camera. */
  permission: 'allow' | 'deny' = 'allow';
  readonly #frames: Map<Picture, Buffer>;

  constructor(folder: string, frames: Map<Picture, Buffer>) {
    this.path = join(folder, 'camera.mjpeg');
    this.#frames = frames;
  }

  /** Points the camera at one picture, or at several for some seconds each, over and over. */
  show(...scenes: readonly Picture[] | readonly Scene[]): void {
    const frames = scenes.flatMap((scene) => {
      const { picture, seconds } = typeof scene === 'string' ? { picture: scene, seconds: 1 / framesPerSecond } : scene;
      return Array.from({ length: Math.round(seconds * framesPerSecond) }, () => this.#getFrame(picture));
    });
    const next = `${this.path}.next`;
    writeFileSync(next, Buffer.concat(frames));
    renameSync(next, this.path);
  }

  /** Draws further pictures, for codes that exist only once the product runs (an enrolment code). */
  async draw(payloads: Payloads): Promise<void> {
    const names = Object.keys(payloads) as Picture[];
    for (const [name, frame] of await drawPictures(names, payloads)) this.#frames.set(name, frame);
  }

  /** Flags of a browser that has this camera. */
  get flags(): readonly string[] {
    return [
      '--use-fake-device-for-media-stream',
      this.permission === 'allow' ? '--use-fake-ui-for-media-stream' : '--use-fake-ui-for-media-stream=deny',
      `--use-file-for-fake-video-capture=${this.path}`,
    ];
  }

  #getFrame(picture: Picture): Buffer {
    const frame = this.#frames.get(picture);
    if (!frame) throw new RangeError(`nobody drew the picture "${picture}"`);
    return frame;
  }
}
