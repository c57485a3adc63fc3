import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small project in a folder of its own, with this project's packages, made of the given files. */
export function makeTree(root: string, files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'madoguchi-tree-'));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(tree, name));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

export function removeTree(tree: string): void {
  rmSync(tree, { recursive: true });
}
