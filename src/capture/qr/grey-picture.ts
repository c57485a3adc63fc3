/** A picture in 256 shades of grey, row by row. */
export interface GreyPicture {
  readonly pixels: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Grey from RGBA, green counted twice. */
export function greyOf(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): GreyPicture {
  const pixels = new Uint8ClampedArray(widthPx * heightPx);
  for (let to = 0, from = 0; to < pixels.length; to += 1, from += 4) {
    pixels[to] = ((rgba[from] ?? 0) + 2 * (rgba[from + 1] ?? 0) + (rgba[from + 2] ?? 0)) >> 2;
  }
  return { pixels, widthPx, heightPx };
}

/** Half the size, each pixel the mean of four: noise falls by half, and so does nothing that a module needs. */
export function halved({ pixels, widthPx, heightPx }: GreyPicture): GreyPicture {
  const [width, height] = [widthPx >> 1, heightPx >> 1];
  const half = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 2 * y * widthPx + 2 * x;
      const below = at + widthPx;
      const upper = shadeAt(pixels, at) + shadeAt(pixels, at + 1);
      const lower = shadeAt(pixels, below) + shadeAt(pixels, below + 1);
      half[y * width + x] = (upper + lower) >> 2;
    }
  }
  return { pixels: half, widthPx: width, heightPx: height };
}

/** The mean of each pixel's 3 × 3 neighbourhood, by columns and rows; the outermost pixels repeat. */
export function smoothed({ pixels, widthPx, heightPx }: GreyPicture): GreyPicture {
  const rows = new Uint16Array(pixels.length);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      const left = x === 0 ? at : at - 1;
      const right = x === widthPx - 1 ? at : at + 1;
      rows[at] = shadeAt(pixels, left) + shadeAt(pixels, at) + shadeAt(pixels, right);
    }
  }
  const mean = new Uint8ClampedArray(pixels.length);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    const above = y === 0 ? 0 : -widthPx;
    const below = y === heightPx - 1 ? 0 : widthPx;
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      mean[at] = (shadeAt(rows, at + above) + shadeAt(rows, at) + shadeAt(rows, at + below)) / 9;
    }
  }
  return { pixels: mean, widthPx, heightPx };
}

const clippedShare = 0.02;

/** Black and white moved to the ends of the scale, apart from the darkest and lightest fiftieth. */
export function stretched(picture: GreyPicture): GreyPicture {
  const { pixels } = picture;
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  const clipped = pixels.length * clippedShare;
  let [low, high] = [0, 255];
  for (let seen = shadeAt(counts, low); low < high && seen < clipped; seen += shadeAt(counts, low)) low += 1;
  for (let seen = shadeAt(counts, high); high > low && seen < clipped; seen += shadeAt(counts, high)) high -= 1;
  const gain = 255 / Math.max(1, high - low);
  return { ...picture, pixels: pixels.map((shade) => (shade - low) * gain) };
}

/** Black for white: codes on dark screens are light on dark. */
export function inverted(picture: GreyPicture): GreyPicture {
  return { ...picture, pixels: picture.pixels.map((shade) => 255 - shade) };
}

/** A quarter turn to the right: rows become columns. */
export function turned({ pixels, widthPx, heightPx }: GreyPicture): GreyPicture {
  const turn = new Uint8ClampedArray(pixels.length);
  for (let y = 0, from = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, from += 1) turn[x * heightPx + (heightPx - 1 - y)] = shadeAt(pixels, from);
  }
  return { pixels: turn, widthPx: heightPx, heightPx: widthPx };
}

function shadeAt(values: { readonly [at: number]: number }, at: number): number {
  return values[at] ?? 0;
}
