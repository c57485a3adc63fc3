import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A surface of triangles in cm: x to the viewer's right, y up, z towards the viewer; the nose's tip is at z 7.5. */
export interface Surface {
  /** x, y, z of each vertex. */
  readonly points: Float32Array;
  /** Three vertices of each triangle. */
  readonly triangles: Uint32Array;
}

/** Where the geometry lies in the package's packed assets. */
const geometryBytes = { from: 3_737_848, to: 3_757_224 } as const;
const floatsPerVertex = 5;
const fieldNumbers = { mesh: 1, vertices: 3, triangles: 4 } as const;

/** The canonical face of 468 points, out of the geometry that the installed models' package carries (protobuf). */
export function readCanonicalFace(): Surface {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@mediapipe/face_mesh/package.json'));
  const assets = readFileSync(join(folder, 'face_mesh_solution_packed_assets.data'));
  const geometry = assets.subarray(geometryBytes.from, geometryBytes.to);
  const mesh = readFields(geometry).find(({ field }) => field === fieldNumbers.mesh)?.bytes;
  if (!mesh) throw new Error('the package holds no geometry where it was');
  const fields = readFields(mesh);
  const floats = numbersOf(fields, fieldNumbers.vertices, (bytes) => Float32Array.from(floatsIn(bytes)));
  const triangles = numbersOf(fields, fieldNumbers.triangles, (bytes) => Uint32Array.from(varintsIn(bytes)));
  const points = new Float32Array((floats.length / floatsPerVertex) * 3);
  for (let vertex = 0; vertex * 3 < points.length; vertex += 1) {
    for (let axis = 0; axis < 3; axis += 1) points[vertex * 3 + axis] = floats[vertex * floatsPerVertex + axis] ?? 0;
  }
  return { points, triangles: Uint32Array.from(triangles) };
}

interface Field {
  readonly field: number;
  readonly bytes: Buffer;
}

/** Fields with a length (and single ones of a varint or four bytes) of a protobuf message. */
function readFields(message: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < message.length) {
    const tag = readVarint(message, at);
    const [field, wire] = [tag.value >> 3, tag.value & 7];
    const length = wire === 2 ? readVarint(message, tag.next) : undefined;
    const from = length?.next ?? tag.next;
    const to = length ? from + length.value : wire === 5 ? from + 4 : readVarint(message, from).next;
    fields.push({ field, bytes: message.subarray(from, to) });
    at = to;
  }
  return fields;
}

function numbersOf(fields: readonly Field[], wanted: number, read: (bytes: Buffer) => ArrayLike<number>): number[] {
  return fields.filter(({ field }) => field === wanted).flatMap(({ bytes }) => Array.from(read(bytes)));
}

function floatsIn(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}

function varintsIn(bytes: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { value, next } = readVarint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

function readVarint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from, shift = 0; ; at += 1, shift += 7) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, next: at + 1 };
  }
}
