import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A whole PNG of grey stripes; `isAnimated` puts in the chunk that announces further frames. */
export function greyPng(width: number, height: number, isAnimated = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  // Fine stripes: a picture of one brightness makes a photo of fewer bytes than the official site takes.
  const row = Buffer.from(Uint8Array.from({ length: width + 1 }, (_, x) => (x === 0 ? 0 : (x * x * 31) % 251)));
  const rows = Buffer.alloc(height * (width + 1), row);
  const announced = isAnimated ? [pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))] : [];
  const data = pngChunk('IDAT', deflateSync(rows, { level: 1 }));
  return Buffer.concat([pngSignature, pngChunk('IHDR', header), ...announced, data, pngChunk('IEND', Buffer.alloc(0))]);
}

/** The header of a JPEG with so many components, a scan of nothing, and its end unless it was cut off. */
export function jpegHeader({ width = 1000, height = 1300, components = 3, isWhole = true } = {}): Buffer {
  const frame = Buffer.alloc(2 + 8 + components * 3);
  frame.writeUInt16BE(0xffc2, 0);
  frame.writeUInt16BE(8 + components * 3, 2);
  frame[4] = 8;
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame[9] = components;
  const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 4]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, scan, Buffer.from(isWhole ? [0xff, 0xd9] : [])]);
}

/** The JPEG with an EXIF block that says how it has to be turned (EXIF 2.32, tag 0x0112). */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([ascii('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

export function heicHeader(): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), ascii('ftypheic'), Buffer.alloc(600)]);
}
