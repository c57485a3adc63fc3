import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { armor, Encrypter, generateIdentity } from 'age-encryption';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  isIdentityFileProtected,
  makeIdentityFile,
  protectIdentityFile,
  readIdentityFile,
} from '../../../src/sealing/office/identity-file';
import { isInstalled, maySkip } from '../../support/control/may-skip';
import { sampleApplicationId } from '../../support/sample-application';
import { sampleJpeg } from '../../support/sample-jpeg';
import { sealNth } from '../support/envelopes';
import { openingOffice } from '../support/opening-office';

const passphrase = 'specimen passphrase of nobody';

/** The office's identity under a passphrase, as any age program could have written it: a low cost keeps the test quick. */
async function protectedIdentity(folder: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(8);
  return encrypter.encrypt(await readFile(join(folder, 'office', 'identity.age.txt')));
}

test('an identity under a passphrase opens with it typed or in a file; never without or with a wrong one', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await writeFile(join(folder, 'armored'), armor.encode(await protectedIdentity(folder)));
  const armored = ['--identity', 'armored'];
  expect((await open(armored)).terminal.errors).toEqual([expect.stringContaining('[passphrase-needed]')]);
  expect((await open(armored, ['another one'])).terminal.errors).toEqual([expect.stringContaining('[passphrase-wrong]')]);
  expect((await open(armored, [passphrase])).terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 0 skipped');
  await writeFile(join(folder, 'passphrase'), `${passphrase}\n`);
  const fromFile = await open([...armored, '--passphrase-file', 'passphrase']);
  expect(fromFile.terminal.printed.at(-1)).toBe('0 opened, 1 opened before, 0 skipped');
});

test('the binary form of a protected identity opens too', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await writeFile(join(folder, 'binary'), await protectedIdentity(folder));
  expect((await open(['--identity', 'binary'], [passphrase])).exitCode).toBe(0);
});

test('what an office protects it can read again', async () => {
  const { text } = await makeIdentityFile('2026-11-20T00:00:00Z');
  const bytes = new TextEncoder().encode(await protectIdentityFile(text, passphrase));
  expect(isIdentityFileProtected(bytes)).toBe(true);
  expect(await readIdentityFile(bytes, passphrase)).toEqual({ kind: 'identities', identities: [text.split('\n')[2]] });
});

test('comments, blank lines and several keys in one file are fine; the second key opens', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  const own = await readFile(join(folder, 'office', 'identity.age.txt'), 'utf8');
  await writeFile(join(folder, 'keys'), `# spare\r\n${await generateIdentity()}\r\n\r\n${own}`);
  expect((await open(['--identity', 'keys'])).exitCode).toBe(0);
});

test('a file that is no identity is named with its line, and never quoted', async () => {
  const { sealer, put, open, folder } = await openingOffice();
  await put(await sealNth(sealer, 1));
  await writeFile(join(folder, 'keys'), '# comment\nAGE-SECRET-KEY-1NONSENSE\n');
  const { exitCode, terminal } = await open(['--identity', 'keys']);
  expect(exitCode).toBe(1);
  expect(terminal.errors).toEqual(['madoguchi: [identity-unreadable] keys cannot be used: line 2 is no age secret key.']);
  expect(await readIdentityFile(new TextEncoder().encode('# only a comment\n'), '')).toEqual({ kind: 'unreadable', line: 0 });
  const made = await makeIdentityFile('2026-11-20T00:00:00Z');
  expect(made.text).toContain(made.recipient);
});

const hasAge = isInstalled('age', '--version');

test.skipIf(maySkip(hasAge))('the stock age program opens an envelope (skipped where age is not installed)', async () => {
  const { sealer, put, folder } = await openingOffice();
  const sealed = await sealNth(sealer, 1);
  await put(sealed);
  const words = ['--decrypt', '--identity', 'office/identity.age.txt', `in/${sealed.manifest.envelopeId}.age`];
  const { stdout, status } = spawnSync('age', words, { cwd: folder });
  expect(status).toBe(0);
  const entries = unzipSync(new Uint8Array(stdout));
  expect(Object.keys(entries).sort()).toEqual(['application.json', 'photo.jpg']);
  expect(Buffer.from(entries['photo.jpg'] ?? []).equals(sampleJpeg())).toBe(true);
  expect(new TextDecoder().decode(entries['application.json'])).toContain(sampleApplicationId);
});
