import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrivateFolder } from '../../../src/cli/files/private-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-private-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a private folder', () => {
  it('is made with its parents, for its owner only, also by two at once', async () => {
    const path = join(folder, 'a', 'b');
    await Promise.all([makePrivateFolder(path), makePrivateFolder(path)]);
    await makePrivateFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  it('says that a file lies in its place', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'within')]) {
      await expect(makePrivateFolder(path)).rejects.toMatchObject({ code: 'folder-unwritable', message: /file in its place/ });
    }
  });

  it.runIf(process.platform === 'linux')('says so where no folder can be made, instead of trying for ever', async () => {
    await expect(makePrivateFolder('/proc/madoguchi/data')).rejects.toMatchObject({ code: 'folder-unwritable' });
  });
});
