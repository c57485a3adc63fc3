import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedPaths, trackedTexts } from './tracked-files';

const longestFile = 300;
const longestOfNineInTen = 200;
const longestMedian = 80;
const longestLine = 130;
const mostFilesInFolder = 12;
const topLevel = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'eslint.config.js',
  'index.html',
  'README.md',
  'LICENSE',
  'src',
  'tests',
  'public',
];

const isSource = (path: string): boolean => /^(src|tests)\/.*\.(tsx?|mjs|cjs)$/.test(path);
const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const paths = trackedPaths();
const sources = trackedTexts().filter(({ path }) => isSource(path));
const lengths = sources
  .filter(({ path }) => path.startsWith('src/'))
  .map(({ text }) => lineCount(text))
  .sort((a, b) => a - b);
const lengthAt = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)] ?? Number.NaN;

/** Kebab-case words; a component's file carries the component's own name. */
function isNamedWell(path: string): boolean {
  const name = posix.basename(path);
  const stem = name.replace(/\.(d|worker|test|journey|config|module)(?=\.)/g, '').replace(/\.\w+$/, '');
  const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem);
  const isComponent = /^[A-Z][A-Za-z0-9]*$/.test(stem) && /\.(tsx|css|test\.ts)$/.test(name);
  return isKebab || isComponent;
}

const emptyWords = /(^|[-./])(utils?|helpers?|managers?|data|infos?|misc)(?=[-./]|$)/;

describe('source files', () => {
  it('are there to be measured', () => {
    expect(lengths.length).toBeGreaterThan(100);
    expect(sources.some(({ path }) => path.startsWith('tests/'))).toBe(true);
  });

  it('are short', () => {
    expect(sources.filter(({ text }) => lineCount(text) > longestFile).map(({ path }) => path)).toEqual([]);
    expect(lengthAt(0.9)).toBeLessThanOrEqual(longestOfNineInTen);
    expect(lengthAt(0.5)).toBeLessThanOrEqual(longestMedian);
  });

  it('have lines that fit a screen', () => {
    const long = sources.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (Array.from(line).length > longestLine ? [`${path}:${index + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });

  it('are few in a folder', () => {
    const counts = new Map<string, number>();
    for (const { path } of sources) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > mostFilesInFolder)).toEqual([]);
  });
});

describe('names', () => {
  const named = paths.filter((path) => /^(src|tests)\//.test(path));

  it('are kebab-case, of components PascalCase', () => {
    expect(sources.map(({ path }) => path).filter((path) => !isNamedWell(path))).toEqual([]);
    const folders = new Set(named.flatMap((path) => posix.dirname(path).split('/')));
    expect([...folders].filter((folder) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder))).toEqual([]);
  });

  it('say something', () => {
    expect(named.filter((path) => emptyWords.test(path))).toEqual([]);
  });

  it.each(['src/kiosk/fooBar.ts', 'src/kiosk/Foo_Bar.tsx', 'src/kiosk/Foo.ts'])('of the kind %s are refused', (path) => {
    expect(isNamedWell(path)).toBe(false);
  });

  it.each(['src/utils/day.ts', 'src/kiosk/date-utils.ts', 'src/helpers.ts', 'src/queue/queue-manager.ts'])(
    'like %s are refused',
    (path) => {
      expect(emptyWords.test(path)).toBe(true);
    },
  );
});

describe('the top level', () => {
  it('holds nothing but what was agreed and what tools insist on', () => {
    const names = new Set(paths.map((path) => path.split('/')[0] ?? ''));
    expect([...names].filter((name) => !name.startsWith('.') && !topLevel.includes(name))).toEqual([]);
  });
});
