/** A JPEG's segment: marker and content, the length put in. */
export function segment(marker: number, content: readonly number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
}

export const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];

export const jfif = segment(0xe0, [...ascii('JFIF'), 0, 1, 2, 1, 0, 72, 0, 72, 0, 0]);
export const exif = segment(0xe1, [...ascii('Exif'), 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0]);
export const colourProfile = segment(0xe2, ascii('ICC_PROFILE'));
export const adobe = segment(0xee, ascii('Adobe'));
export const comment = segment(0xfe, ascii('made here'));
export const quantisation = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]);

/** Start of frame: 8 bits, three colour components. */
export function frameHeader(widthPx: number, heightPx: number): number[] {
  return segment(0xc0, [8, heightPx >> 8, heightPx & 0xff, widthPx >> 8, widthPx & 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
}

/** A JPEG of these segments and a scan of so many bytes; only its headers mean anything. */
export function jpegOf(segments: readonly (readonly number[])[], scanBytes = 8): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xd8, ...segments.flat(), ...segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0])];
  const jpeg = new Uint8Array(head.length + scanBytes + 2).fill(0x55);
  jpeg.set(head);
  jpeg.set([0xff, 0xd9], jpeg.length - 2);
  return jpeg;
}
