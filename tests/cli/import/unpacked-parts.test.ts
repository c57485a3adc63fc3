import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { officeWithTablet, type OfficeWithTablet } from '../support/confirmed-tablet';
import { sealNth, stationVoid } from '../support/envelopes';
import { partOf } from '../support/transfer-part';

/** A part with one envelope and its void, unpacked as an ordinary unzip would. */
async function unpackedPart({ folder, sealer }: OfficeWithTablet): Promise<string> {
  const sealed = await sealNth(sealer, 1);
  const { envelopeId } = sealed.manifest;
  const part = await partOf(sealer, [sealed], { voids: [{ envelopeId, ...(await stationVoid(sealer, sealed)) }] });
  await mkdir(join(folder, 'unpacked'));
  for (const [name, bytes] of Object.entries(unzipSync(part))) await writeFile(join(folder, 'unpacked', name), bytes);
  return envelopeId;
}

async function importOf(place: OfficeWithTablet, file: string) {
  const { exitCode, terminal } = await place.run(['import', '--receipts', 'receipts.txt', file]);
  return { exitCode, errors: terminal.errors, total: terminal.printed.at(-1) };
}

const voidsOf = async ({ client }: OfficeWithTablet): Promise<number> => (await client.listVoids('')).voids.length;

test('a part that was unpacked into a folder brings its voids too, with its index or without', async () => {
  const place = await officeWithTablet();
  await unpackedPart(place);
  const stored = '2 stored, 0 here already, 0 held, 0 skipped, 0 missing';
  expect(await importOf(place, 'unpacked')).toEqual({ exitCode: 0, errors: [], total: stored });
  expect(await voidsOf(place)).toBe(1);
  await rm(join(place.folder, 'unpacked', 'index.jws'));
  const repeated = '0 stored, 2 here already, 0 held, 0 skipped, 0 missing';
  expect(await importOf(place, 'unpacked')).toEqual({ exitCode: 0, errors: [], total: repeated });
});

test('what its index names and the folder lacks is missing, a void too', async () => {
  const place = await officeWithTablet();
  const envelopeId = await unpackedPart(place);
  await rm(join(place.folder, 'unpacked', `${envelopeId}.void`));
  expect(await importOf(place, 'unpacked')).toEqual({
    exitCode: 1,
    errors: [`missing  ${envelopeId}  should be in unpacked`],
    total: '1 stored, 0 here already, 0 held, 0 skipped, 1 missing',
  });
});

test('any file of an envelope that is named brings what lies beside it of the same envelope', async () => {
  const place = await officeWithTablet();
  const envelopeId = await unpackedPart(place);
  const stored = { exitCode: 0, errors: [], total: '2 stored, 0 here already, 0 held, 0 skipped, 0 missing' };
  expect(await importOf(place, `unpacked/${envelopeId}.void`)).toEqual(stored);
  expect(await voidsOf(place)).toBe(1);
});
