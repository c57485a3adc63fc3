import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measureRoom } from '../../../src/kiosk/limits/measure-room';

const mebibyte = 1024 * 1024;
const tenGibibytes = 10 * 1024 * mebibyte;

interface Device {
  /** What the browser would let the app store. */
  quotaLeft: number;
  /** What the disk can hold. */
  diskLeft: number;
}
let device: Device;
let aborted = 0;
let created = 0;
let removed: string[] = [];

const full = (): never => {
  throw new DOMException('no room', 'QuotaExceededError');
};

function writable() {
  created += 1;
  return Promise.resolve({
    truncate: async (size: number) => (size > device.quotaLeft ? full() : Promise.resolve()),
    write: async (bytes: Uint8Array) =>
      bytes.byteLength > Math.min(device.quotaLeft, device.diskLeft) ? full() : Promise.resolve(),
    abort: () => {
      aborted += 1;
      return Promise.resolve();
    },
  });
}

function stubStorage(overrides: object = {}): void {
  const folder = {
    getFileHandle: () => Promise.resolve({ createWritable: writable }),
    removeEntry: (name: string) => {
      removed.push(name);
      return Promise.resolve();
    },
  };
  const storage = {
    estimate: () => Promise.resolve({ usage: 1000, quota: 1000 + tenGibibytes }),
    getDirectory: () => Promise.resolve(folder),
    ...overrides,
  };
  vi.stubGlobal('navigator', { storage });
}

beforeEach(() => {
  [aborted, created, removed] = [0, 0, []];
  device = { quotaLeft: tenGibibytes, diskLeft: tenGibibytes };
  stubStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the room that is left', () => {
  it('is what the browser says where it would store enough', async () => {
    expect(await measureRoom()).toBe(tenGibibytes);
  });

  it.each([
    [200, 128],
    [64, 64],
    [20, 16],
    [1, 1],
    [0.5, 0],
  ])('of %d MiB is found although the browser names ten gigabytes', async (left, found) => {
    device.quotaLeft = left * mebibyte;
    expect(await measureRoom()).toBe(found * mebibyte);
  });

  it('is none on a disk that is full, whatever the quota', async () => {
    device.diskLeft = 1000;
    expect(await measureRoom()).toBe(0);
  });

  it('is the lesser where the browser does tell it', async () => {
    stubStorage({ estimate: () => Promise.resolve({ usage: 1000, quota: 1000 + 5 * mebibyte }) });
    expect(await measureRoom()).toBe(5 * mebibyte);
  });

  it('is what is told where nothing can be tried, and unknown where nothing is told: that stops nobody', async () => {
    stubStorage({ getDirectory: () => Promise.reject(new DOMException('no', 'SecurityError')) });
    expect(await measureRoom()).toBe(tenGibibytes);
    stubStorage({ getDirectory: undefined, estimate: () => Promise.reject(new Error('no')) });
    expect(await measureRoom()).toBeNull();
  });

  it('is measured without leaving anything behind', async () => {
    device.quotaLeft = 3 * mebibyte;
    await measureRoom();
    expect(aborted).toBe(created);
    expect(removed).toEqual(['room']);
  });
});
