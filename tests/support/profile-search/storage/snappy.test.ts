import { compress } from 'snappyjs';
import { describe, expect, test } from 'vitest';
import { decompressSnappy } from './snappy';

const plain = Buffer.from(
  Array.from({ length: 3000 }, (_, index) => `row ${String(index % 7)} of the invented roster; `).join('') + '見本'.repeat(40),
);
const packed = Buffer.from(compress(plain));

describe('decompressSnappy', () => {
  test('gives back what an independent compressor made', () => {
    expect(packed.length).toBeLessThan(plain.length / 4);
    expect(plain.equals(decompressSnappy(packed) ?? Buffer.alloc(0))).toBe(true);
  });

  test('reads from an offset and ignores what follows', () => {
    const surrounded = Buffer.concat([Buffer.from([1, 2, 3]), packed, Buffer.from('something else entirely')]);
    expect(plain.equals(decompressSnappy(surrounded, 3) ?? Buffer.alloc(0))).toBe(true);
  });

  test('gives the part before a cut', () => {
    const part = Buffer.from(decompressSnappy(packed.subarray(0, packed.length / 2)) ?? []);
    expect(part.length).toBeGreaterThan(100);
    expect(plain.subarray(0, part.length).equals(part)).toBe(true);
  });

  test('never throws on any bytes', () => {
    for (let seed = 0; seed < 2000; seed += 1) {
      const byteAt = (index: number): number => (Math.imul(seed + 1, 2654435761 + index * 40503) >>> 13) & 0xff;
      const bytes = Uint8Array.from({ length: 40 }, (_, index) => byteAt(index));
      expect(() => decompressSnappy(bytes)).not.toThrow();
    }
  });
});
