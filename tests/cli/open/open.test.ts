import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseApplicationId } from '../../../src/domain/form/application-id';
import { dayOf } from '../../../src/domain/calendar/day';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { sampleApplicationId, sampleStationCode } from '../../support/sample-application';
import { sampleJpeg } from '../../support/sample-jpeg';
import { sealNth } from '../support/envelopes';
import { openingOffice } from '../support/opening-office';

const sampleDuplicate = { reason: 'photoAgain', earlier: [receptionNumberOf(sampleStationCode, 27)] } as const;
const baseName = `${sampleApplicationId}_み02-0001-`;

test('an opened application is photo, JSON and a row of the CSV; the photo is byte for byte what was sealed', async () => {
  const { sealer, put, open, listOut, readOut, folder } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  const { exitCode, terminal } = await open();
  expect(terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 0 skipped');
  expect(exitCode).toBe(0);
  const files = await listOut();
  expect(files).toEqual([
    expect.stringMatching(`^${baseName}.\\.jpg$`),
    expect.stringMatching(`^${baseName}.\\.json$`),
    'applications.csv',
  ]);
  expect((await readOut(files[0] ?? '')).equals(sampleJpeg())).toBe(true);
  const opened = JSON.parse((await readOut(files[1] ?? '')).toString()) as Record<string, unknown>;
  expect(opened).toMatchObject({
    applicationId: sampleApplicationId,
    contact: { name: '見本 太郎' },
    manifest: { digest: sealed.manifest.digest },
  });
  expect((await stat(join(folder, 'out', files[1] ?? ''))).mode & 0o777).toBe(0o600);
});

test('nothing personal reaches the terminal', async () => {
  const { sealer, put, open } = await openingOffice();
  await put(await sealNth(sealer, 1));
  const { terminal } = await open();
  for (const personal of ['見本 太郎', 'taro@mihon.example', sampleApplicationId, '1970-03-21']) {
    expect(terminal.shown()).not.toContain(personal);
  }
});

test('the CSV is UTF-8 with byte order mark, one row each over all runs, the ID in groups', async () => {
  const { sealer, put, open, readOut } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await open();
  const another = parseApplicationId('12345678901234567890123');
  if (!another) throw new Error('no application id');
  await put(await sealNth(sealer, 2, { applicationId: another, photo: null, birthDate: dayOf('2026-05-01') }));
  const { terminal } = await open();
  expect(terminal.printed.at(-1)).toBe('1 opened, 1 opened before, 0 skipped');
  const bytes = await readOut('applications.csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = bytes.toString('utf8').split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain('987 6543 2109 8765 4321 0987');
  expect(rows[2]).toContain('123 4567 8901 2345 6789 0123');
  expect(rows[2]).toContain(',なし,');
});

test('a second run changes no file', async () => {
  const { sealer, put, open, listOut, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await open();
  const times = async (): Promise<number[]> =>
    Promise.all(
      (await listOut())
        .filter((name) => name !== 'applications.csv')
        .map(async (name) => (await stat(join(folder, 'out', name))).mtimeMs),
    );
  const before = await times();
  const { exitCode } = await open();
  expect(exitCode).toBe(0);
  expect(await times()).toEqual(before);
});

test('a different file under the name is left as it is and reported', async () => {
  const { sealer, put, open, listOut, readOut, folder } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  await open();
  const photo = (await listOut())[0] ?? '';
  await writeFile(join(folder, 'out', photo), 'put there by somebody');
  const { exitCode, terminal } = await open();
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringContaining(`skipped  ${sealed.manifest.envelopeId}  [differentFile]`)]);
  expect((await readOut(photo)).toString()).toBe('put there by somebody');
});

test('a damaged JSON of an earlier run is named by its reception number, and the CSV says what it can', async () => {
  const { sealer, put, open, listOut, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await open();
  const json = (await listOut())[1] ?? '';
  await writeFile(join(folder, 'out', json), '{');
  const { exitCode, terminal } = await open();
  expect(exitCode).toBe(1);
  expect(terminal.shown()).toContain('[fileDamaged]');
  expect(terminal.shown()).not.toContain(sampleApplicationId);
});

test('one envelope can be opened by naming either of its files', async () => {
  const { sealer, put, open } = await openingOffice();
  await put(await sealNth(sealer, 1));
  const second = await sealNth(sealer, 2);
  await put(second);
  const { terminal } = await open(['--in', `in/${second.manifest.envelopeId}.jws`]);
  expect(terminal.printed).toEqual([
    expect.stringContaining(second.manifest.receptionNumber),
    '1 opened, 0 opened before, 0 skipped',
  ]);
});

test('the CSV says why a form was taken again, and where: by the plan, or as staff called a place nobody had planned', async () => {
  const { sealer, put, open, readOut } = await openingOffice();
  const [earlier] = sampleDuplicate.earlier;
  await put(await sealNth(sealer, 1, { duplicate: { ...sampleDuplicate, earlier: [...sampleDuplicate.earlier] } }));
  const adHoc = { openingId: 'adhoc-1', adHocOpening: { venue: '見本公園', title: '見本まつり' } };
  await put(await sealNth(sealer, 2, adHoc));
  expect((await open()).exitCode).toBe(0);
  const [heading = '', planned = '', unplanned = ''] = (await readOut('applications.csv')).toString('utf8').split('\r\n');
  const cell = (row: string, name: string): string | undefined => row.split(',')[heading.split(',').indexOf(name)];
  expect([cell(planned, '再受付の理由'), cell(planned, '前の受付番号')]).toEqual(['写真の撮り直し', earlier]);
  expect([cell(unplanned, '会場'), cell(unplanned, '催し')]).toEqual(['見本公園', '見本まつり']);
  expect(cell(unplanned, '再受付の理由')).toBe('');
});
