import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoredZip } from '../../../src/sealing/transfer/stored-zip';
import { officeWithTablet, type OfficeWithTablet } from '../support/confirmed-tablet';
import { sealNth } from '../support/envelopes';
import { partOf, writePartFile } from '../support/transfer-part';

async function importOf(place: OfficeWithTablet, name: string) {
  const { exitCode, terminal } = await place.run(['import', '--receipts', 'receipts.txt', name]);
  return { exitCode, errors: terminal.errors, total: terminal.printed.at(-1) };
}

/** Makes the mark of the entry that begins here one of the directory. */
function asDirectory(part: Buffer, entryAt: number): Buffer {
  const altered = Buffer.from(part);
  altered.set([1, 2], entryAt + 2);
  return altered;
}

test('a file or folder with nothing in it is no success', async () => {
  const place = await officeWithTablet();
  await writePartFile(place.folder, 'empty.zip', new Uint8Array());
  await writePartFile(place.folder, 'bare.zip', Buffer.concat(new StoredZip().end()));
  await mkdir(join(place.folder, 'bare'));
  for (const name of ['empty.zip', 'bare.zip', 'bare']) {
    expect(await importOf(place, name)).toEqual({
      exitCode: 1,
      errors: [`skipped  ${name}  [nothing] there is nothing in it`],
      total: '0 stored, 0 here already, 0 held, 1 skipped, 0 missing',
    });
  }
});

test('a part whose first bytes are altered is said to be, and what comes after them is taken in', async () => {
  const place = await officeWithTablet();
  const sealed = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  await writePartFile(place.folder, 'head.zip', asDirectory(await partOf(place.sealer, sealed), 0));
  const { exitCode, errors, total } = await importOf(place, 'head.zip');
  expect(errors).toEqual([expect.stringMatching(/^skipped {2}head\.zip, entry 1 {2}\[altered\]/)]);
  expect(total).toBe('2 stored, 0 here already, 0 held, 1 skipped, 0 missing');
  expect(exitCode).toBe(1);
});

test('an entry whose mark is altered into one of the directory is lost alone', async () => {
  const place = await officeWithTablet();
  const sealed = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2), await sealNth(place.sealer, 3)];
  const lost = sealed[0]?.manifest.envelopeId ?? '';
  const part = await partOf(place.sealer, sealed);
  await writePartFile(place.folder, 'part.zip', asDirectory(part, part.indexOf(`${lost}.age`) - 30));
  const { exitCode, errors, total } = await importOf(place, 'part.zip');
  expect(errors).toEqual([expect.stringContaining('[altered]'), `skipped  ${lost}  [bytesMissing] its .age is missing`]);
  expect(total).toBe('2 stored, 0 here already, 0 held, 2 skipped, 0 missing');
  expect(exitCode).toBe(1);
});

test('of parts that were joined into one file all are read, and what any of their indexes names is missed', async () => {
  const place = await officeWithTablet();
  const [first, second, lost] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2), await sealNth(place.sealer, 3)];
  const one = await partOf(place.sealer, [first], { part: 1, parts: 2 });
  const two = await partOf(place.sealer, [second], { part: 2, parts: 2 });
  await writePartFile(place.folder, 'joined.zip', Buffer.concat([one, two]));
  const stored = { exitCode: 0, errors: [], total: '2 stored, 0 here already, 0 held, 0 skipped, 0 missing' };
  expect(await importOf(place, 'joined.zip')).toEqual(stored);
  const whole = await partOf(place.sealer, [first, lost], { part: 1, parts: 2 });
  const torn = whole.subarray(0, whole.indexOf(`${lost.manifest.envelopeId}.age`) - 30);
  await writePartFile(place.folder, 'joined.zip', Buffer.concat([torn, two]));
  expect((await importOf(place, 'joined.zip')).errors).toEqual([`missing  ${lost.manifest.envelopeId}  should be in joined.zip`]);
});

test('what no tablet named is told by its place, for its name may be a person’s', async () => {
  const place = await officeWithTablet();
  const zip = new StoredZip();
  const foreign = ['見本花子_写真.jpg', '見本花子.age'].flatMap((name) => zip.entry(name, new Uint8Array(9)));
  await writePartFile(place.folder, 'foreign.zip', Buffer.concat([...foreign, ...zip.end()]));
  await mkdir(join(place.folder, 'unpacked'));
  await writePartFile(join(place.folder, 'unpacked'), '見本花子.void', new Uint8Array(9));
  const { exitCode, terminal } = await place.run(['import', 'foreign.zip', 'unpacked']);
  expect(terminal.errors).toEqual(
    ['foreign.zip, entry 1', 'foreign.zip, entry 2', 'unpacked, entry 1'].map(
      (name) => `skipped  ${name}  [otherFile] nothing that a tablet packs`,
    ),
  );
  expect(exitCode).toBe(1);
});
