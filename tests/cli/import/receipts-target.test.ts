import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officeWithTablet } from '../support/confirmed-tablet';
import { sealNth } from '../support/envelopes';
import { partOf, writePartFile } from '../support/transfer-part';

test('receipts replace no file but one of receipts, and no part that was named; that is said first', async () => {
  const place = await officeWithTablet();
  const part = await partOf(place.sealer, [await sealNth(place.sealer, 1)]);
  for (const name of ['a.zip', 'b.zip']) await writePartFile(place.folder, name, part);
  await writeFile(join(place.folder, 'plan.txt'), 'a plan');
  for (const name of ['a.zip', 'b.zip', 'plan.txt', 'gone.zip', 'here']) {
    const { exitCode, terminal } = await place.run(['import', '--receipts', name, 'a.zip', 'gone.zip']);
    expect(terminal.errors).toEqual([expect.stringContaining(`[setting-invalid] --receipts ${name} `)]);
    expect(exitCode).toBe(1);
  }
  expect(await readFile(join(place.folder, 'b.zip'))).toEqual(part);
  expect(await readFile(join(place.folder, 'plan.txt'), 'utf8')).toBe('a plan');
  expect((await place.client.listEnvelopes('')).envelopes).toEqual([]);
});

test('where receipts cannot be written, that is said before anything is sent', async () => {
  const place = await officeWithTablet();
  await writePartFile(place.folder, 'a.zip', await partOf(place.sealer, [await sealNth(place.sealer, 1)]));
  const { exitCode, terminal } = await place.run(['import', '--receipts', 'a.zip/receipts.txt', 'a.zip']);
  expect(terminal.errors).toEqual([expect.stringContaining('[folder-unwritable]')]);
  expect(exitCode).toBe(1);
  expect((await place.client.listEnvelopes('')).envelopes).toEqual([]);
});
