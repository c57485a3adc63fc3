export interface Plane {
  /** Standard deviation of what the plane leaves. */
  readonly residual: number;
  /** The plane's value at a place. */
  readonly at: (x: number, y: number) => number;
}

/** Least-squares plane through values over x and y. */
export function fitPlane(xs: Float32Array, ys: Float32Array, values: Float32Array): Plane {
  const count = Math.max(1, values.length);
  const [x, y, value] = [meanOf(xs), meanOf(ys), meanOf(values)];
  let [xx, yy, xy, xv, yv, vv] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const dx = (xs[at] ?? 0) - x;
    const dy = (ys[at] ?? 0) - y;
    const dv = (values[at] ?? 0) - value;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
    xv += dx * dv;
    yv += dy * dv;
    vv += dv * dv;
  }
  const determinant = xx * yy - xy * xy;
  if (determinant <= 0) return { residual: Math.sqrt(vv / count), at: () => value };
  const [slopeX, slopeY] = [(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant];
  return {
    residual: Math.sqrt(Math.max(0, vv - slopeX * xv - slopeY * yv) / count),
    at: (atX, atY) => value + slopeX * (atX - x) + slopeY * (atY - y),
  };
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
