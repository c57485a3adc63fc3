import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestSources } from '../../src/launch/source-digest.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'madoguchi-digest-'));
  mkdirSync(join(root, 'src/kiosk'), { recursive: true });
  writeFileSync(join(root, 'src/kiosk/App.tsx'), 'one');
  writeFileSync(join(root, 'index.html'), '<html>');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a file touched, and files outside the sources, change nothing', () => {
  const before = digestSources(root);
  utimesSync(join(root, 'index.html'), 0, 0);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/x'), 'built');
  expect(digestSources(root)).toBe(before);
});

test('a changed, a new, a renamed and a removed file each change it', () => {
  const seen = new Set([digestSources(root)]);
  const steps = [
    () => writeFileSync(join(root, 'src/kiosk/App.tsx'), 'two'),
    () => writeFileSync(join(root, 'src/new.ts'), ''),
    () => renameSync(join(root, 'src/new.ts'), join(root, 'src/newer.ts')),
    () => writeFileSync(join(root, 'package-lock.json'), '{}'),
    () => rmSync(join(root, 'index.html')),
  ];
  for (const step of steps) {
    step();
    seen.add(digestSources(root));
  }
  expect(seen.size).toBe(steps.length + 1);
});

test('content cannot move from one file to its neighbour unseen', () => {
  writeFileSync(join(root, 'src/a.ts'), 'xy');
  writeFileSync(join(root, 'src/b.ts'), '');
  const before = digestSources(root);
  writeFileSync(join(root, 'src/a.ts'), 'x');
  writeFileSync(join(root, 'src/b.ts'), 'y');
  expect(digestSources(root)).not.toBe(before);
});
