import { describe, expect, it } from 'vitest';
import { isPossiblePersonalNumber, linesWithPersonalNumber } from './personal-number';
import { trackedTexts, type TrackedFile } from './tracked-files';

const files = trackedTexts();
const placesOf = (found: readonly TrackedFile[], pattern: RegExp): string[] =>
  found.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );

/** Folders of one machine, and references that mean nothing to whoever has only this repository. */
const elsewhere = /(^|[^\w.])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\/|\bissue \d+\b|\bhelper session/i;

describe('the repository', () => {
  it('was read', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('speaks of no machine and no place but itself', () => {
    expect(placesOf(files, elsewhere)).toEqual([]);
    expect(elsewhere.test(['see "', 'work', 'main"'].join('/'))).toBe(true);
  });

  it('takes its packages from the public registry, each with its digest', () => {
    const lock = JSON.parse(files.find(({ path }) => path === 'package-lock.json')?.text ?? '{}') as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
    // Without an address npm asks the registry it is set to, and the digest decides.
    const foreign = installed.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'));
    expect(installed.length).toBeGreaterThan(100);
    expect(foreign.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  it('holds no possible 個人番号', () => {
    const found = files
      .filter(({ path }) => /^(src|tests|public)\//.test(path))
      .flatMap(({ path, text }) => linesWithPersonalNumber(text).map((line) => `${path}:${line}`));
    expect(found).toEqual([]);
  });
});

describe('the search for 個人番号', () => {
  const body = '12345678901';
  const possible = `${body}8`;

  it('knows the check digit', () => {
    const valid = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).filter(isPossiblePersonalNumber);
    expect(valid).toEqual([possible]);
    expect(isPossiblePersonalNumber(possible.slice(1))).toBe(false);
  });

  it('finds one however it is grouped, and no part of a longer run', () => {
    const groups = possible.match(/\d{4}/g) ?? [];
    const thirds = possible.match(/\d{3}/g) ?? [];
    const texts = [possible, groups.join(' '), groups.join('-'), groups.join('_'), thirds.join('_'), `a${possible}b`];
    for (const text of texts) expect(linesWithPersonalNumber(`first\n${text}\n`)).toEqual([2]);
    for (const text of [`1${possible}`, `${possible}1`, `${body}7`]) expect(linesWithPersonalNumber(text)).toEqual([]);
  });
});
