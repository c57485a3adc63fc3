import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { wireLimits } from '../../../src/protocol/limits';
import { makeStationKeys } from '../../../src/sealing/station-keys';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { sampleJpeg } from '../../support/sample-jpeg';
import { documentOf, resigned, sealBytes, type Sealer, sealNth } from '../support/envelopes';
import { openingOffice } from '../support/opening-office';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const stored = (entries: Record<string, Uint8Array>): Uint8Array => zipSync(entries, { level: 0 });

/** Writes a size into every directory entry of a ZIP: what a bomb claims, or hides. */
function withDirectorySize(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 <= zip.byteLength; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 20, size, true);
    view.setUint32(at + 24, size, true);
  }
  return zip;
}

const makers: Record<string, readonly [reason: string, make: (sealer: Sealer) => Promise<SealedEnvelope>]> = {
  'a broken ZIP': ['unexpectedContents', (sealer) => sealBytes(sealer, 1, new TextEncoder().encode('PK but no archive'))],
  'a ZIP with a further entry': [
    'unexpectedContents',
    (sealer) => {
      const entries = {
        'application.json': encode(documentOf(sealer, 1)),
        'photo.jpg': sampleJpeg(),
        'more.txt': encode('more'),
      };
      return sealBytes(sealer, 1, stored(entries));
    },
  ],
  'a ZIP whose directory claims 4 GB': [
    'unexpectedContents',
    (sealer) =>
      sealBytes(sealer, 1, withDirectorySize(stored({ 'application.json': encode(documentOf(sealer, 1)) }), 0xfffffff0)),
  ],
  'a ZIP that is compressed': [
    'unexpectedContents',
    (sealer) => sealBytes(sealer, 1, zipSync({ 'application.json': new Uint8Array(60_000) }, { level: 9 })),
  ],
  'no application inside': ['unexpectedContents', (sealer) => sealBytes(sealer, 1, stored({ 'photo.jpg': sampleJpeg() }))],
  'an application that does not fit the schema': [
    'applicationInvalid',
    (sealer) =>
      sealBytes(
        sealer,
        1,
        stored({ 'application.json': encode({ ...documentOf(sealer, 1), more: 1 }), 'photo.jpg': sampleJpeg() }),
      ),
  ],
  'other facts inside than outside': [
    'factsDisagree',
    async (sealer) => resigned(sealer, await sealNth(sealer, 1), { touchpoint: 'taxVenue' }),
  ],
  'another opening day outside': ['factsDisagree', async (sealer) => resigned(sealer, await sealNth(sealer, 1), { sequence: 2 })],
  'a photo other than described': [
    'photoInvalid',
    async (sealer) => {
      const sealed = await sealNth(sealer, 1);
      const { envelopeId } = sealed.manifest;
      const entries = { 'application.json': encode(documentOf(sealer, 1, { envelopeId })), 'photo.jpg': new Uint8Array(30_000) };
      const forged = await sealBytes(sealer, 1, stored(entries));
      return resigned(sealer, forged, { envelopeId });
    },
  ],
  'sealed to another office': [
    'notForThisOffice',
    async (sealer) => sealNth({ ...sealer, recipients: [await identityToRecipient(await generateIdentity())] }, 1),
  ],
  'a manifest by an unknown station': [
    'manifestNotSigned',
    async (sealer) => sealNth({ ...sealer, keys: await makeStationKeys() }, 1),
  ],
  'a manifest in the name of a known station, signed by another': [
    'manifestNotSigned',
    async (sealer) => {
      const thief = await makeStationKeys();
      return sealNth({ ...sealer, keys: { ...thief, stationId: sealer.keys.stationId } }, 1);
    },
  ],
  'a manifest changed by one letter': [
    'manifestNotSigned',
    async (sealer) => {
      const sealed = await sealNth(sealer, 1);
      const at = sealed.manifestJws.indexOf('.') + 20;
      const letter = sealed.manifestJws.charAt(at) === 'A' ? 'B' : 'A';
      return { ...sealed, manifestJws: sealed.manifestJws.slice(0, at) + letter + sealed.manifestJws.slice(at + 1) };
    },
  ],
  'bytes other than the manifest says': [
    'digestMismatch',
    async (sealer) => {
      const sealed = await sealNth(sealer, 1);
      sealed.bytes.set([1, 2, 3], sealed.bytes.byteLength - 9);
      return sealed;
    },
  ],
};

for (const [what, [reason, make]] of Object.entries(makers)) {
  test(`${what}: reported as ${reason} and skipped, the rest goes on`, async () => {
    const { sealer, put, open, listOut } = await openingOffice();
    const bad = await make(sealer);
    await put(bad);
    await put(await sealNth(sealer, 7));
    const { exitCode, terminal } = await open();
    expect(terminal.errors).toEqual([expect.stringContaining(`skipped  ${bad.manifest.envelopeId}  [${reason}]`)]);
    expect(terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 1 skipped');
    expect(exitCode).toBe(1);
    expect(await listOut()).toHaveLength(3);
  });
}

test('a file larger than any envelope is not read', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  await truncate(join(folder, 'in', `${sealed.manifest.envelopeId}.age`), wireLimits.envelopeBytes + 1);
  expect((await open()).terminal.errors).toEqual([expect.stringContaining('[tooLarge]')]);
});

test('half an envelope is reported by the half that is missing', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  const [first, second] = [await sealNth(sealer, 1), await sealNth(sealer, 2)];
  await put(first);
  await put(second);
  await rm(join(folder, 'in', `${first.manifest.envelopeId}.jws`));
  await rm(join(folder, 'in', `${second.manifest.envelopeId}.age`));
  const { terminal } = await open();
  expect(terminal.errors).toEqual([expect.stringContaining('[manifestMissing]'), expect.stringContaining('[envelopeMissing]')]);
});

test('a configuration signed by another key is refused before anything is opened', async () => {
  const [office, other] = [await openingOffice(), await openingOffice()];
  await office.put(await sealNth(office.sealer, 1));
  const { exitCode, terminal } = await office.open(['--configuration', join(other.folder, 'office', 'configuration.json')]);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[configuration-unverified\] [^\n]+$/)]);
});

test('a named configuration with the public part of its key works where there is no office folder', async () => {
  const { folder, sealer, put, open } = await openingOffice();
  await put(await sealNth(sealer, 1));
  const files = ['--configuration', 'office/configuration.json', '--configuration-key', 'office/office-public.json'];
  const { exitCode } = await open([...files, '--office', join(folder, 'nowhere')]);
  expect(exitCode).toBe(0);
});

test('a folder without envelopes is no failure; a missing one and a file of another kind are each one line', async () => {
  const { open, folder } = await openingOffice();
  const empty = await open();
  expect([empty.exitCode, empty.terminal.printed]).toEqual([0, ['0 opened, 0 opened before, 0 skipped']]);
  await writeFile(join(folder, 'in', 'note.txt'), '');
  for (const path of ['nowhere', 'in/note.txt']) {
    const { exitCode, terminal } = await open(['--in', path]);
    expect([exitCode, terminal.errors]).toEqual([1, [expect.stringMatching(/^madoguchi: \[file-missing\] [^\n]+$/)]]);
  }
});

test('a name of a file with line breaks and escape sequences forges no line of the report', async () => {
  const { folder, open } = await openingOffice();
  const name = 'x\nopened   forged\r\u001b[2K\u009b1A\u202e';
  await writeFile(join(folder, 'in', `${name}.age`), 'anything');
  const { exitCode, terminal } = await open();
  expect(exitCode).toBe(1);
  const shown = 'x\\u{a}opened   forged\\u{d}\\u{1b}[2K\\u{9b}1A\\u{202e}';
  expect(terminal.errors).toEqual([`skipped  ${shown}  [manifestMissing] its .jws file is missing`]);
  expect(terminal.printed).toEqual(['0 opened, 0 opened before, 1 skipped']);
});
