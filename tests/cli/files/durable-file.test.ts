import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile, writeNewFile } from '../../../src/cli/files/durable-file';
import { temporaryFolder } from '../support/temporary-folder';

test('a new file is written once, for its owner alone; the same again is identical, others are different', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'file');
  expect(await writeNewFile(path, 'one')).toBe('written');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await writeNewFile(path, new TextEncoder().encode('one'))).toBe('identical');
  expect(await writeNewFile(path, 'two')).toBe('different');
  expect(await readFile(path, 'utf8')).toBe('one');
});

test('a write that fails leaves nothing behind and names the folder, never the file', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'personal-name', 'inside'), { recursive: true });
  const failing = replaceFile(join(folder, 'personal-name'), 'content');
  await expect(failing).rejects.toMatchObject({
    code: 'file-not-written',
    message: expect.not.stringContaining('personal-name') as string,
  });
  expect(await readdir(folder)).toEqual(['personal-name']);
});
