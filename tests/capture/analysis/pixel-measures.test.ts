import { describe, expect, it } from 'vitest';
import { measureBackground } from '../../../src/capture/analysis/measures/background';
import { fitPlane } from '../../../src/capture/analysis/measures/plane';
import { measureSharpness } from '../../../src/capture/analysis/measures/sharpness';
import { maskEdge, type PersonMask } from '../../../src/capture/analysis/inference/person-mask';
import type { FaceView } from '../../../src/capture/analysis/face/face-view';
import { decodeFaces } from '../../../src/capture/analysis/inference/face-detector';

const [width, height] = [256, 320];

/** A view of soft-edged stripes: what a face is to the measure of sharpness. */
function stripes({ edgePx = 2, contrast = 80, noise = 0, level = 120 }): FaceView {
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32 - 0.5;
  const waveAt = (at: number): number => Math.tanh((((at % 40) + 40) % 40 < 20 ? (at % 20) - 10 : 10 - (at % 20)) / edgePx);
  const luma = Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isPlain = x > 180;
    return level + (isPlain ? 0 : (contrast / 2) * (waveAt(x) + waveAt(y)) * 0.5) + random() * noise * Math.sqrt(12);
  });
  const view = { width, height, centre: { x: 0, y: 0 }, at: { x: 128, y: 112 }, rollRadians: 0, scaleX: 1, scaleY: 1 };
  return { view, width, height, luma, inside: new Uint8Array(width * height).fill(1) };
}

describe('sharpness', () => {
  const of = (picture: Parameters<typeof stripes>[0]): number => measureSharpness(stripes(picture)).sharpness;

  it('falls as edges grow wide', () => {
    const values = [1.5, 3, 5, 8].map((edgePx) => of({ edgePx }));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values[0]).toBeGreaterThan(1.8 * (values[3] ?? 0));
  });

  it('is the same for faint and strong edges, dark and bright skin', () => {
    expect(of({ contrast: 20 })).toBeCloseTo(of({ contrast: 120 }), 1);
    expect(of({ level: 40 })).toBeCloseTo(of({ level: 200 }), 1);
  });

  it('is not raised by noise', () => {
    expect(of({ edgePx: 5, noise: 4 })).toBeLessThan(of({ edgePx: 5 }) * 1.35);
  });
});

it('noise is measured in steps of 255 on smooth skin', () => {
  for (const noise of [2, 5, 10]) expect(measureSharpness(stripes({ noise })).noise / noise).toBeCloseTo(1, 0);
});

describe('the background', () => {
  const cut = { centre: { x: 640, y: 640 }, widthPx: 700, rollDegrees: 0 };
  const frame = { width: 1280, height: 1280 };
  const of = (colourAt: (x: number, y: number) => number): ReturnType<typeof measureBackground> => {
    const rgba = new Uint8ClampedArray(maskEdge * maskEdge * 4);
    const probability = new Float32Array(maskEdge * maskEdge);
    for (let y = 0; y < maskEdge; y += 1) {
      for (let x = 0; x < maskEdge; x += 1) {
        const isPerson = Math.abs(x - 128) < 25 && y > 80;
        probability[y * maskEdge + x] = isPerson ? 1 : 0;
        rgba.fill(isPerson ? 90 : colourAt(x, y), 4 * (y * maskEdge + x), 4 * (y * maskEdge + x) + 3);
      }
    }
    const mask: PersonMask = { probability, raster: { rgba, width: maskEdge, height: maskEdge } };
    return measureBackground(mask, cut, 800, frame);
  };

  it('of an even wall is none, lit from one side or not', () => {
    expect(of(() => 200)).toEqual({ gradient: 0, spread: 0 });
    expect(of((x) => 150 + x / 4)?.spread).toBeLessThan(1);
  });

  it('of two colours is seen though the head hides their edge; uneven light and a soft shadow are not', () => {
    expect(of((x) => (x < 128 ? 220 : 180))?.spread).toBeGreaterThanOrEqual(19);
    expect(of((x) => (x < 128 ? 220 : 212))?.spread).toBeLessThan(6);
    expect(of((x) => 200 - (x - 60) ** 2 / 800)?.spread).toBeLessThan(6);
    expect(of((x) => (x > 150 && x < 180 ? 200 - (180 - x) / 3 : 200))?.spread).toBeLessThan(6);
  });

  it('of a pattern is seen, beyond the cut it is not', () => {
    expect(of((x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? 220 : 160))?.gradient).toBeGreaterThan(8);
    expect(of((x) => (x < 40 && x % 8 < 4 ? 20 : 200))).toEqual({ gradient: 0, spread: 0 });
  });

  it('cannot be judged where nothing of it shows', () => {
    expect(
      measureBackground(
        {
          probability: new Float32Array(maskEdge ** 2).fill(1),
          raster: { rgba: new Uint8ClampedArray(maskEdge ** 2 * 4), width: maskEdge, height: maskEdge },
        },
        cut,
        800,
        frame,
      ),
    ).toBeUndefined();
  });
});

it('a plane leaves what is no slope', () => {
  const at = Float32Array.from({ length: 400 }, (_, index) => index % 20);
  const down = Float32Array.from({ length: 400 }, (_, index) => Math.floor(index / 20));
  expect(
    fitPlane(
      at,
      down,
      at.map((x, index) => 3 * x - 2 * (down[index] ?? 0) + 7),
    ).residual,
  ).toBeCloseTo(0, 3);
  expect(
    fitPlane(
      at,
      down,
      at.map((x) => (x % 2) * 10),
    ).residual,
  ).toBeCloseTo(5, 0);
  expect(fitPlane(new Float32Array(), new Float32Array(), new Float32Array()).residual).toBe(0);
});

describe('the detector’s answer', () => {
  const anchorOfCell = (column: number, row: number): number => (row * 16 + column) * 2;
  const answer = (cells: readonly (readonly [number, number, number])[]): ReturnType<typeof decodeFaces> => {
    const [boxes, scores] = [new Float32Array(896 * 16), new Float32Array(896).fill(-10)];
    for (const [column, row, score] of cells) {
      boxes.set([0, 0, 32, 32, -6, -4, 6, -4], anchorOfCell(column, row) * 16);
      scores[anchorOfCell(column, row)] = score;
    }
    return decodeFaces(boxes, scores, { width: 1280, height: 720 });
  };

  it('is a face where the cell says, in pixels of a letterboxed picture', () => {
    const [face] = answer([[8, 8, 5]]);
    expect(face).toMatchObject({ width: 320, height: 320 });
    expect((face?.x ?? 0) + 160).toBeCloseTo(680);
    expect((face?.y ?? 0) + 160).toBeCloseTo(680 - 280);
    expect(face?.eyes[0].x).toBeCloseTo(680 - 60);
  });

  it('counts one face once, two faces twice, doubt not at all', () => {
    expect(
      answer([
        [8, 8, 5],
        [8, 7, 4],
      ]),
    ).toHaveLength(1);
    expect(
      answer([
        [3, 8, 4],
        [12, 8, 5],
      ]).map(({ confidence }) => confidence > 0.99),
    ).toEqual([true, false]);
    expect(answer([[8, 8, -0.1]])).toEqual([]);
  });
});
