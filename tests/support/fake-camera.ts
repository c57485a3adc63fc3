import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { drawPictures, type Payloads } from './camera/draw-pictures';
import type { Picture } from './camera/picture';

/** A frame's place in the file. All are equally long, so that one can take another's place while the camera plays. */
const frameBytes = 2 * 1024 * 1024;
const longestComment = 0xffff;

/**
 * A camera for Chromium's --use-file-for-fake-video-capture: an .mjpeg file of one frame, played over and over.
 * Chromium maps the file into its memory, so `show` changes what an open camera sees as well as the next one.
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

  /** Points the camera at a picture. */
  show(picture: Picture): void {
    const frame = padFrame(this.#getFrame(picture));
    const file = openSync(this.path, 'a+');
    closeSync(file);
    const inPlace = openSync(this.path, 'r+');
    writeSync(inPlace, frame, 0, frame.byteLength, 0);
    closeSync(inPlace);
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

/** The same JPEG, made as long as every frame by comments (ITU T.81, B.2.4.5) behind its start. */
function padFrame(jpeg: Buffer): Buffer {
  const comments: Buffer[] = [];
  for (let missing = frameBytes - jpeg.byteLength; missing > 0;) {
    // A comment is at least its marker and its length; what is left over must be able to hold one.
    const length = missing <= longestComment + 2 ? missing : Math.min(longestComment + 2, missing - 4);
    if (length < 4) throw new RangeError('no comment is that short');
    const comment = Buffer.alloc(length);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(length - 2, 2);
    comments.push(comment);
    missing -= length;
  }
  if (jpeg.byteLength > frameBytes) throw new RangeError('this picture is too large for the camera');
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)]);
}
