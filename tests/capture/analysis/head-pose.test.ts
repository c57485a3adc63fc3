import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headPoseOf, nodOf } from '../../../src/capture/analysis/face/head-pose';
import type { Landmark } from '../../../src/capture/analysis/face/landmark';
import { readCanonicalFace } from '../../support/portrait/canonical-face';

const { points } = readCanonicalFace();

/** The canonical face as the mesh would see it: tilted, nodded, turned, moved, in pixels. */
function landmarksOf(yaw: number, pitch: number, roll: number, scale: number): Landmark[] {
  const [y, p, r] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  return Array.from({ length: points.length / 3 }, (_, index) => {
    const [x0 = 0, y0 = 0, z0 = 0] = points.subarray(index * 3, index * 3 + 3);
    const [x1, y1] = [x0 * Math.cos(r) - y0 * Math.sin(r), x0 * Math.sin(r) + y0 * Math.cos(r)];
    const [y2, z2] = [y1 * Math.cos(p) - z0 * Math.sin(p), y1 * Math.sin(p) + z0 * Math.cos(p)];
    const [x3, z3] = [x1 * Math.cos(y) + z2 * Math.sin(y), -x1 * Math.sin(y) + z2 * Math.cos(y)];
    return { x: 600 + x3 * scale, y: 500 - y2 * scale, z: -z3 * scale };
  });
}

const angle = fc.double({ min: -35, max: 35, noNaN: true });

it('finds how a face is turned, nodded and tilted, however large it is', () => {
  fc.assert(
    fc.property(angle, angle, angle, fc.double({ min: 5, max: 80, noNaN: true }), (yaw, pitch, roll, scale) => {
      const pose = headPoseOf(landmarksOf(yaw, pitch, roll, scale));
      expect(Math.abs((pose?.yawDegrees ?? 90) - yaw)).toBeLessThan(0.1);
      expect(Math.abs((pose?.pitchDegrees ?? 90) - pitch)).toBeLessThan(0.1);
      expect(Math.abs((pose?.rollDegrees ?? 90) - roll)).toBeLessThan(0.1);
    }),
  );
});

it('finds nothing without landmarks', () => {
  expect(headPoseOf([])).toBeUndefined();
  expect(headPoseOf(Array.from({ length: 468 }, () => ({ x: 1, y: 1, z: 1 })))).toBeUndefined();
});

it('believes the mesh alone where the crown says nothing', () => {
  expect(nodOf(7, undefined)).toBe(7);
  expect(nodOf(5, -5)).toBeCloseTo(1);
});
