import type { Surface } from './canonical-face';

export interface Ellipsoid {
  readonly centre: readonly [x: number, y: number, z: number];
  readonly radii: readonly [x: number, y: number, z: number];
}

const rings = 48;
const segments = 72;

export function ellipsoid({ centre, radii }: Ellipsoid): Surface {
  const points = new Float32Array((rings + 1) * (segments + 1) * 3);
  const triangles: number[] = [];
  for (let ring = 0; ring <= rings; ring += 1) {
    const polar = (Math.PI * ring) / rings;
    for (let segment = 0; segment <= segments; segment += 1) {
      const around = (2 * Math.PI * segment) / segments;
      const unit = [Math.sin(polar) * Math.cos(around), Math.cos(polar), Math.sin(polar) * Math.sin(around)];
      const at = ring * (segments + 1) + segment;
      for (const axis of [0, 1, 2] as const) points[at * 3 + axis] = centre[axis] + radii[axis] * (unit[axis] ?? 0);
      if (ring < rings && segment < segments) {
        const below = at + segments + 1;
        triangles.push(at, at + 1, below, at + 1, below + 1, below);
      }
    }
  }
  return { points, triangles: Uint32Array.from(triangles) };
}

/** Unit normals of the vertices: the mean of their triangles'. */
export function normalsOf({ points, triangles }: Surface): Float32Array {
  const normals = new Float32Array(points.length);
  const at = (vertex: number, axis: number): number => points[vertex * 3 + axis] ?? 0;
  for (let index = 0; index < triangles.length; index += 3) {
    const [a, b, c] = [triangles[index] ?? 0, triangles[index + 1] ?? 0, triangles[index + 2] ?? 0];
    const u = [0, 1, 2].map((axis) => at(b, axis) - at(a, axis));
    const v = [0, 1, 2].map((axis) => at(c, axis) - at(a, axis));
    for (let axis = 0; axis < 3; axis += 1) {
      const [next, last] = [(axis + 1) % 3, (axis + 2) % 3];
      const part = (u[next] ?? 0) * (v[last] ?? 0) - (u[last] ?? 0) * (v[next] ?? 0);
      for (const vertex of [a, b, c]) normals[vertex * 3 + axis] = (normals[vertex * 3 + axis] ?? 0) + part;
    }
  }
  for (let vertex = 0; vertex < normals.length; vertex += 3) {
    const length = Math.hypot(normals[vertex] ?? 0, normals[vertex + 1] ?? 0, normals[vertex + 2] ?? 0) || 1;
    for (let axis = 0; axis < 3; axis += 1) normals[vertex + axis] = (normals[vertex + axis] ?? 0) / length;
  }
  return normals;
}
