import type { Vector } from './canonical-points';

export type Matrix = readonly [Vector, Vector, Vector];

/** The rotation nearest to turning each point of `from` into its partner in `to`, both around their centres. */
export function fitRotation(from: readonly Vector[], to: readonly Vector[]): Matrix | undefined {
  const [a, b] = [centred(from), centred(to)];
  const entry = (row: number, column: number): number =>
    a.reduce((sum, point, index) => sum + (b[index]?.[row] ?? 0) * (point[column] ?? 0), 0);
  const row = (index: number): Vector => [entry(index, 0), entry(index, 1), entry(index, 2)];
  return nearestRotation([row(0), row(1), row(2)]);
}

function centred(points: readonly Vector[]): readonly Vector[] {
  const mean = (axis: number): number => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
  const [x, y, z] = [mean(0), mean(1), mean(2)];
  return points.map((point) => [point[0] - x, point[1] - y, point[2] - z]);
}

const mostSteps = 40;

/** Polar decomposition by Newton's iteration (Higham 1986): X ← (X + X⁻ᵀ) / 2. Undefined for a singular matrix. */
function nearestRotation(matrix: Matrix): Matrix | undefined {
  const norm = Math.hypot(...matrix.flat());
  if (!(norm > 0)) return undefined;
  let current = mapMatrix(matrix, (value) => value / norm);
  for (let step = 0; step < mostSteps; step += 1) {
    const inverse = invert(current);
    if (!inverse) return undefined;
    current = mapMatrix(current, (value, row, column) => (value + (inverse[column]?.[row] ?? 0)) / 2);
  }
  return current;
}

function mapMatrix(matrix: Matrix, change: (value: number, row: number, column: number) => number): Matrix {
  const rowOf = (row: 0 | 1 | 2): Vector => [
    change(matrix[row][0], row, 0),
    change(matrix[row][1], row, 1),
    change(matrix[row][2], row, 2),
  ];
  return [rowOf(0), rowOf(1), rowOf(2)];
}

function invert([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix | undefined {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (Math.abs(determinant) < 1e-12) return undefined;
  return mapMatrix(
    [
      [e * i - f * h, c * h - b * i, b * f - c * e],
      [f * g - d * i, a * i - c * g, c * d - a * f],
      [d * h - e * g, b * g - a * h, a * e - b * d],
    ],
    (value) => value / determinant,
  );
}
