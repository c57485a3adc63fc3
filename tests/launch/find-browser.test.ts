import { expect, test } from 'vitest';
import { findBrowser, type Machine } from '../../src/launch/testing/find-browser.mjs';
import { waysToInstall } from '../../src/launch/testing/get-browser.mjs';

/** A machine on which exactly these files exist. */
function machine(platform: string, files: readonly string[], env: Record<string, string> = {}): Machine {
  const separator = platform === 'win32' ? '\\' : '/';
  const inFolder = (folder: string): readonly string[] =>
    files
      .filter((file) => file.startsWith(folder + separator))
      .map((file) => file.slice(folder.length + 1).split(separator)[0] ?? '');
  return {
    platform,
    env,
    home: platform === 'win32' ? 'C:\\Users\\mihon' : '/people/mihon',
    isFile: (path) => files.includes(path),
    listFolder: (folder) => [...new Set(inFolder(folder))],
  };
}

test('a browser that is named is taken, and nothing else when it is not there', () => {
  expect(findBrowser(machine('linux', ['/opt/b', '/usr/bin/chromium'], { MADOGUCHI_CHROMIUM: '/opt/b' }))).toEqual({
    kind: 'found',
    path: '/opt/b',
  });
  expect(findBrowser(machine('linux', ['/usr/bin/chromium'], { MADOGUCHI_CHROMIUM: '/opt/b' }))).toEqual({
    kind: 'namedButMissing',
    path: '/opt/b',
  });
});

test.each([
  ['linux', '/usr/bin/chromium', {}],
  ['linux', '/usr/bin/google-chrome-stable', { PATH: '' }],
  ['linux', '/opt/tools/google-chrome', { PATH: '/bin:/opt/tools' }],
  ['linux', '/snap/bin/chromium', {}],
  ['linux', '/usr/bin/microsoft-edge', {}],
  ['linux', '/people/mihon/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome', {}],
  ['linux', '/browsers/chromium-1200/chrome-linux/chrome', { PLAYWRIGHT_BROWSERS_PATH: '/browsers' }],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
  ['darwin', '/people/mihon/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', {}],
  ['darwin', '/people/mihon/Library/Caches/ms-playwright/chromium-1200/chrome-mac/Chromium.app/Contents/MacOS/Chromium', {}],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', { ProgramFiles: 'C:\\Program Files' }],
  [
    'win32',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
  ],
  ['win32', 'C:\\L\\ms-playwright\\chromium-1200\\chrome-win\\chrome.exe', { LOCALAPPDATA: 'C:\\L' }],
] as const)('on %s it is found at %s', (platform, path, env) => {
  expect(findBrowser(machine(platform, [path], env))).toEqual({ kind: 'found', path });
});

test('of several that Playwright installed the newest is taken, and never its headless shell', () => {
  const folder = '/people/mihon/.cache/ms-playwright';
  const files = ['chromium-999', 'chromium-1200', 'chromium_headless_shell-1300'].map(
    (name) => `${folder}/${name}/chrome-linux/chrome`,
  );
  expect(findBrowser(machine('linux', files))).toEqual({ kind: 'found', path: `${folder}/chromium-1200/chrome-linux/chrome` });
});

test('where there is none, that is said', () => {
  expect(findBrowser(machine('linux', ['/usr/bin/firefox'], { PATH: '/usr/bin' }))).toEqual({ kind: 'none' });
});

test("Debian's package only on Debian as root: Ubuntu's of that name needs snap", () => {
  expect(waysToInstall({ osRelease: 'NAME="Debian"\nID=debian\n', isRoot: true })).toBe('debianPackage');
  expect(waysToInstall({ osRelease: 'ID=debian\n', isRoot: false })).toBe('playwright');
  expect(waysToInstall({ osRelease: 'ID=ubuntu\nID_LIKE=debian\n', isRoot: true })).toBe('playwright');
  expect(waysToInstall({ osRelease: '', isRoot: false })).toBe('playwright');
});
