import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import { signerOf } from '../../../src/sealing/station-keys';
import { signVoid } from '../../../src/sealing/void/void';
import { confirmTablet, officeWithTablet, type OfficeWithTablet } from '../support/confirmed-tablet';
import { sealNth, stationVoid } from '../support/envelopes';
import { forgedReceipt } from '../support/forged-receipt';
import { standBetween } from '../support/standing-between';
import { enrolTablet } from '../support/tablet';
import { partOf, writePartFile } from '../support/transfer-part';

async function importOf(place: OfficeWithTablet, part: Buffer) {
  await writePartFile(place.folder, 'part.zip', part);
  const { exitCode, terminal } = await place.run(['import', '--receipts', 'receipts.txt', 'part.zip']);
  return { exitCode, errors: terminal.errors, total: terminal.printed.at(-1) };
}

test('a receipt that no server key signed is none: its envelope is not stored, and neither is its void', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  const { envelopeId } = sealed.manifest;
  const signed = await stationVoid(place.sealer, sealed);
  await standBetween(place, ({ nth }) =>
    forgedReceipt(place, { ...sealed.manifest, digest: nth === 1 ? sealed.manifest.digest : signed.digest }),
  );
  expect(await importOf(place, await partOf(place.sealer, [sealed], { voids: [{ envelopeId, ...signed }] }))).toEqual({
    exitCode: 1,
    errors: [
      `skipped  ${envelopeId}  [receiptNotSigned] no server key of this office signed its receipt`,
      `skipped  ${envelopeId}.void  [receiptNotSigned] no server key of this office signed its receipt`,
    ],
    total: '0 stored, 0 here already, 0 held, 2 skipped, 0 missing',
  });
  expect(await readdir(place.folder)).not.toContain('receipts.txt');
});

test('what a tablet sealed that is not confirmed waits for that', async () => {
  const place = await officeWithTablet();
  const { terminal } = await place.run(['enrol']);
  const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const { recipients } = await getOfficeProfile(place.office);
  const waiting = { ...(await enrolTablet(place.server.url, code)), recipients };
  const sealed = await sealNth(waiting, 1);
  const part = await partOf(waiting, [sealed]);
  const { errors, exitCode } = await importOf(place, part);
  expect(errors).toEqual([
    'note     part.zip  no station of this office signed its index',
    expect.stringContaining(`skipped  ${sealed.manifest.envelopeId}  [stationPending]`),
  ]);
  expect(exitCode).toBe(1);
  await place.run(['stations', 'confirm', waiting.stationCode, '--fingerprint', waiting.fingerprint]);
  const stored = { exitCode: 0, errors: [], total: '1 stored, 0 here already, 0 held, 0 skipped, 0 missing' };
  expect(await importOf(place, part)).toEqual(stored);
});

test('a void of another tablet’s envelope, or laid under another envelope’s name, is refused alone', async () => {
  const place = await officeWithTablet();
  const other = await confirmTablet(place);
  const [one, two] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  const decision = { reason: 'madeTwice', attendantId: null, voidedAt: '2026-11-20T06:00:00.000Z' } as const;
  const voids = [
    { envelopeId: one.manifest.envelopeId, ...(await signVoid(one.manifest, decision, signerOf(other.keys))) },
    { envelopeId: two.manifest.envelopeId, ...(await stationVoid(place.sealer, one)) },
  ];
  const { exitCode, errors, total } = await importOf(place, await partOf(place.sealer, [one, two], { voids }));
  const refused = '[voidRefused] it voids no envelope that its signer may void';
  expect(errors).toEqual([one, two].map(({ manifest }) => `skipped  ${manifest.envelopeId}.void  ${refused}`));
  expect(total).toBe('2 stored, 0 here already, 0 held, 2 skipped, 0 missing');
  expect(exitCode).toBe(1);
  expect((await place.client.listVoids('')).voids).toEqual([]);
});
