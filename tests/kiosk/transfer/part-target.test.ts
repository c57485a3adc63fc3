import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSaveWay, handOver, openTarget } from '../../../src/kiosk/transfer/part-target';

const canShare = vi.fn((_data: ShareData) => true);
const share = vi.fn((_data: ShareData) => Promise.resolve());
const file = new File(['part'], 'part.zip', { type: 'application/zip' });

beforeEach(() => {
  canShare.mockReset().mockReturnValue(true);
  share.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { canShare, share });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the way out of a device', () => {
  it('is the share sheet where it takes a file such as a part, else a download', () => {
    expect(findSaveWay()).toBe('share');
    const [asked] = canShare.mock.calls[0]?.[0].files ?? [];
    expect([asked?.name, asked?.type]).toEqual(['part.zip', 'application/zip']);
    canShare.mockReturnValue(false);
    expect(findSaveWay()).toBe('download');
    vi.stubGlobal('navigator', {});
    expect(findSaveWay()).toBe('download');
  });

  it('is the save picker where there is one, for it alone says that a file was written', () => {
    vi.stubGlobal('showSaveFilePicker', () => undefined);
    expect(findSaveWay()).toBe('picker');
  });
});

describe('the share sheet', () => {
  it('is given the whole part under its name, and nothing beside it', async () => {
    const target = await openTarget('share', '窓口_1-1.zip');
    for (const byte of [1, 2, 3]) await target?.write(new Uint8Array([byte]));
    const ended = await target?.close();
    if (ended?.kind !== 'packed') throw new Error('not packed');
    expect(share).not.toHaveBeenCalled();
    expect(await handOver('share', ended.file)).toBe('handedOver');
    expect(share.mock.calls).toEqual([[{ files: [ended.file] }]]);
    expect([ended.file.name, ended.file.type]).toEqual(['窓口_1-1.zip', 'application/zip']);
    expect([...new Uint8Array(await ended.file.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('that is dismissed hands nothing over, and one that fails says so', async () => {
    share.mockRejectedValue(new DOMException('dismissed', 'AbortError'));
    expect(await handOver('share', file)).toBeUndefined();
    share.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await expect(handOver('share', file)).rejects.toThrow('no');
  });
});
