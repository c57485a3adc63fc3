import { expect, it, vi } from 'vitest';
import { onlyNews } from '../../../src/sync/http/only-news';

it('records the first difference, and another one only where the clock has moved by more than a second', () => {
  const record = vi.fn(() => Promise.resolve());
  const note = onlyNews(record);
  for (const offsetMs of [0, 400, -900, 1000, 1001, 1500, 2002, -40_000]) note(offsetMs);
  expect(record.mock.calls.flat()).toEqual([0, 1001, 2002, -40_000]);
});

it('records again what could not be recorded', async () => {
  const record = vi.fn<(offsetMs: number) => Promise<void>>().mockRejectedValueOnce(new Error('the disk is full'));
  record.mockResolvedValue();
  const note = onlyNews(record);
  note(5000);
  await new Promise((resolve) => setImmediate(resolve));
  note(5000);
  expect(record).toHaveBeenCalledTimes(2);
});
