import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemBody, problemMediaType } from '../../../src/protocol/problem';
import { parseReceiptsFile } from '../../../src/protocol/transfer/receipts-file';
import { verifyReceipt } from '../../../src/sealing/receipt';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { getLatestConfiguration } from '../../../src/cli/office/latest-configuration';
import { confirmTablet, officeWithTablet, type OfficeWithTablet } from '../support/confirmed-tablet';
import { sealNth } from '../support/envelopes';
import { officeWithServer } from '../support/office-with-server';
import { standBetween } from '../support/standing-between';
import { upload } from '../support/tablet';
import { partOf, writePartFile } from '../support/transfer-part';

const importInto = ['import', '--receipts', 'receipts.txt'];

async function sealMany({ sealer }: OfficeWithTablet, count: number): Promise<SealedEnvelope[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => sealNth(sealer, index + 1)));
}

async function receiptsIn(folder: string): Promise<readonly string[]> {
  const file = parseReceiptsFile(await readFile(join(folder, 'receipts.txt'), 'utf8'));
  return file.kind === 'receipts' ? file.receipts : [];
}

test('a transfer file is taken in while the server runs, and every envelope gets its own verifiable receipt', async () => {
  const place = await officeWithTablet();
  const sealed = await sealMany(place, 2);
  await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, sealed));
  const { exitCode, terminal } = await place.run([...importInto, 'part.zip']);
  expect(terminal.printed.at(-1)).toBe('2 stored, 0 here already, 0 held, 0 skipped, 0 missing');
  expect(exitCode).toBe(0);
  const { serverKeys } = await getLatestConfiguration(place.office, place.client);
  const receipts = await receiptsIn(place.folder);
  for (const [index, { manifest }] of sealed.entries()) {
    expect(await verifyReceipt(receipts[index] ?? '', manifest, serverKeys)).toBeDefined();
  }
  expect((await place.run(['fetch', '--out', 'in'])).terminal.printed).toEqual(['2 fetched, 0 here already, 0 held, 0 skipped']);
});

test('importing again, or what was uploaded meanwhile, changes nothing and gives the first receipts', async () => {
  const place = await officeWithTablet();
  const sealed = await sealMany(place, 2);
  await upload(place.server.url, sealed[1] as SealedEnvelope);
  await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, sealed));
  const first = await place.run([...importInto, 'part.zip']);
  expect(first.terminal.printed.at(-1)).toBe('1 stored, 1 here already, 0 held, 0 skipped, 0 missing');
  const receipts = await receiptsIn(place.folder);
  const second = await place.run([...importInto, 'part.zip', 'part.zip']);
  expect(second.terminal.printed.at(-1)).toBe('0 stored, 4 here already, 0 held, 0 skipped, 0 missing');
  expect(await receiptsIn(place.folder)).toEqual(receipts);
});

test('of a torn file everything whole is taken in, and what is missing is named', async () => {
  const place = await officeWithTablet();
  const sealed = await sealMany(place, 3);
  const whole = await partOf(place.sealer, sealed);
  await writePartFile(
    place.folder,
    'torn.zip',
    whole.subarray(0, whole.indexOf(`${sealed[1]?.manifest.envelopeId ?? ''}.age`) + 900),
  );
  const { exitCode, terminal } = await place.run([...importInto, 'torn.zip']);
  expect(terminal.printed.at(-1)).toBe('1 stored, 0 here already, 0 held, 1 skipped, 1 missing');
  expect(terminal.errors).toEqual([
    `skipped  ${sealed[1]?.manifest.envelopeId ?? ''}  [torn] the file ends before it does`,
    `missing  ${sealed[2]?.manifest.envelopeId ?? ''}  should be in torn.zip`,
  ]);
  expect(exitCode).toBe(1);
  expect(await receiptsIn(place.folder)).toHaveLength(1);
});

test('tampered bytes, a foreign station and other files are named; the rest goes on', async () => {
  const place = await officeWithTablet();
  const other = await officeWithServer();
  const foreign = await sealNth(await confirmTablet(other), 1);
  const [first, second] = (await sealMany(place, 2)) as [SealedEnvelope, SealedEnvelope];
  const tampered = { ...first, bytes: first.bytes.map((byte, index) => (index === 500 ? byte ^ 1 : byte)) };
  await mkdir(join(place.folder, 'unpacked'));
  for (const { manifest, manifestJws, bytes } of [tampered, foreign, second]) {
    await writeFile(join(place.folder, 'unpacked', `${manifest.envelopeId}.age`), bytes);
    await writeFile(join(place.folder, 'unpacked', `${manifest.envelopeId}.jws`), manifestJws);
  }
  await writeFile(join(place.folder, 'letter.txt'), 'not a transfer');
  const { exitCode, terminal } = await place.run([...importInto, 'letter.txt', 'nowhere.zip', 'unpacked']);
  expect(terminal.printed.at(-1)).toBe('1 stored, 0 here already, 0 held, 3 skipped, 0 missing');
  expect(terminal.shown()).toContain(`skipped  ${first.manifest.envelopeId}  [digestMismatch]`);
  expect(terminal.shown()).toContain(`skipped  ${foreign.manifest.envelopeId}  [foreign]`);
  expect(terminal.shown()).toContain('skipped  letter.txt, entry 1  [altered]');
  expect(terminal.shown()).toContain('skipped  nowhere.zip  [file-missing]');
  expect(exitCode).toBe(1);
});

test('a part that is not among the files is asked for; a revoked tablet’s envelopes are held, with a receipt', async () => {
  const place = await officeWithTablet();
  const sealed = await sealMany(place, 1);
  await place.run(['stations', 'revoke', place.sealer.stationCode]);
  await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, sealed, { part: 1, parts: 2 }));
  const { exitCode, terminal } = await place.run([...importInto, 'part.zip']);
  expect(terminal.printed.at(-1)).toBe('0 stored, 0 here already, 1 held, 0 skipped, 0 missing');
  expect(terminal.errors).toEqual([
    `missing  part 2 of 2 of ${place.sealer.stationCode} (2026-11-20T08:00:00.000Z) is not among these files`,
  ]);
  expect(exitCode).toBe(1);
  expect(await receiptsIn(place.folder)).toHaveLength(1);
});

test('where the server takes no more, what it took in has its receipts', async () => {
  const place = await officeWithTablet();
  const sealed = await sealMany(place, 2);
  await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, sealed));
  const full = { status: 507, mediaType: problemMediaType, body: JSON.stringify(problemBody('storage-full')) };
  await standBetween(place, ({ nth }) => Promise.resolve(nth > 1 ? full : undefined));
  const { exitCode, terminal } = await place.run([...importInto, 'part.zip']);
  expect(terminal.errors.at(-1)).toMatch(/^madoguchi: \[server-refused\] .*storage-full/);
  expect(exitCode).toBe(1);
  expect(await receiptsIn(place.folder)).toHaveLength(1);
});
