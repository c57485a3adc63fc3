import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandFailure } from '../failure';

/** The two files of one envelope; a missing half is undefined. */
export interface EnvelopePair {
  /** The envelope's id, where the files bear the names that they were given. */
  readonly name: string;
  readonly ageFile: string | undefined;
  readonly manifestFile: string | undefined;
  /** Where its void would lie. */
  readonly voidFile: string;
}

const endings = /\.(age|jws)$/;

/**
 * Pairs `.age` and `.jws` by name: of a whole folder, which may hold none, or of the one envelope that either file
 * names. In the order of their names, which for envelope ids is the order of time. Throws `file-missing` where
 * there is no such file or folder, or the file is none of an envelope's.
 */
export async function listEnvelopePairs(path: string): Promise<readonly EnvelopePair[]> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind) throw new CommandFailure('file-missing', `There is no file or folder ${path}.`);
  const folder = kind.isDirectory() ? path : dirname(path);
  const files = new Set((await readdir(folder)).filter((name) => endings.test(name) && !name.startsWith('.')));
  const all = kind.isDirectory() ? [...files] : [basename(path)];
  const names = [...new Set(all.filter((name) => endings.test(name)).map((name) => name.replace(endings, '')))].sort();
  if (names.length === 0 && !kind.isDirectory()) {
    throw new CommandFailure('file-missing', `${path} is no envelope: .age with .jws beside it.`);
  }
  const half = (name: string): string | undefined => (files.has(name) ? join(folder, name) : undefined);
  return names.map((name) => ({
    name,
    ageFile: half(`${name}.age`),
    manifestFile: half(`${name}.jws`),
    voidFile: join(folder, `${name}.void`),
  }));
}
