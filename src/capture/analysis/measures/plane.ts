export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Least-squares plane through values over x and y; `residual` is the standard deviation of what it leaves. */
export function fitPlane(points: readonly PlanePoint[]): { readonly residual: number } {
  const count = Math.max(1, points.length);
  const mean = (of: (point: PlanePoint) => number): number => points.reduce((sum, point) => sum + of(point), 0) / count;
  const [x, y, value] = [mean((point) => point.x), mean((point) => point.y), mean((point) => point.value)];
  let [xx, yy, xy, xv, yv, vv] = [0, 0, 0, 0, 0, 0];
  for (const point of points) {
    const [dx, dy, dv] = [point.x - x, point.y - y, point.value - value];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
    xv += dx * dv;
    yv += dy * dv;
    vv += dv * dv;
  }
  const determinant = xx * yy - xy * xy;
  if (determinant <= 0) return { residual: Math.sqrt(vv / count) };
  const [slopeX, slopeY] = [(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant];
  return { residual: Math.sqrt(Math.max(0, vv - slopeX * xv - slopeY * yv) / count) };
}
