import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { resigned, sealNth } from '../support/envelopes';
import { openingOffice } from '../support/opening-office';

test('old bytes under a new id are reported, in the same run and in a later one', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  await put(await resigned(sealer, sealed, { envelopeId: uuidv7(), sequence: 2 }));
  const first = await open();
  expect(first.terminal.errors).toEqual([expect.stringContaining('[replayed]')]);
  expect(first.terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 1 skipped');
  await put(await resigned(sealer, sealed, { envelopeId: uuidv7(), sequence: 3 }));
  for (const half of ['age', 'jws']) await rm(join(folder, 'in', `${sealed.manifest.envelopeId}.${half}`));
  const second = await open();
  expect(second.terminal.errors).toEqual([expect.stringContaining('[replayed]'), expect.stringContaining('[replayed]')]);
  expect(second.terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 2 skipped');
});

test("one id, or one place in a station's sequence, twice with different bytes is reported", async () => {
  const { sealer, put, open, listOut } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  await put(await sealNth(sealer, 5, { envelopeId: sealed.manifest.envelopeId }), 'same-id');
  await put(await sealNth(sealer, 1), 'same-sequence');
  const { exitCode, terminal } = await open();
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([
    expect.stringContaining('skipped  same-id  [replayed]'),
    expect.stringContaining('skipped  same-sequence  [replayed]'),
  ]);
  expect(await listOut()).toHaveLength(3);
});

test('the very same envelope under a second file name counts as opened before', async () => {
  const { sealer, put, open } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  await put(sealed, 'copy');
  const { exitCode, terminal } = await open();
  expect(exitCode).toBe(0);
  expect(terminal.printed.at(-1)).toBe('1 opened, 1 opened before, 0 skipped');
});

test('siblings with identical photos are both opened', async () => {
  const { sealer, put, open } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await put(await sealNth(sealer, 2));
  expect((await open()).terminal.printed.at(-1)).toBe('2 opened, 0 opened before, 0 skipped');
});
