// @ts-check
import { posix, win32 } from 'node:path';

/**
 * @typedef {object} Machine What finding a browser needs to know; a test gives its own.
 * @property {string} platform as in process.platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(path: string) => boolean} isFile
 * @property {(folder: string) => readonly string[]} listFolder empty where there is none
 */

/**
 * @typedef {{ kind: 'found', path: string } | { kind: 'namedButMissing', path: string } | { kind: 'none' }} BrowserSearch
 */

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Playwright's own Chromium lies inside its folder, by platform and age of Playwright. */
const playwrightPrograms = {
  linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  darwin: ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ]),
  win32: ['chrome-win64\\chrome.exe', 'chrome-win\\chrome.exe'],
};

/**
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
function usualPlaces({ platform, env, home }) {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')];
    return macPrograms.flatMap((program) => roots.map((root) => posix.join(root, program)));
  }
  const folders = new Set([...(env['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return linuxNames.flatMap((name) => [...folders].map((folder) => posix.join(folder, name)));
}

/**
 * @param {Machine} machine
 * @returns {readonly string[]} newest first
 */
function playwrightPlaces({ platform, env, home, listFolder }) {
  const { join } = platform === 'win32' ? win32 : posix;
  const cache =
    platform === 'win32'
      ? join(env['LOCALAPPDATA'] ?? home, 'ms-playwright')
      : platform === 'darwin'
        ? join(home, 'Library/Caches/ms-playwright')
        : join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright');
  const folder = env['PLAYWRIGHT_BROWSERS_PATH'] || cache;
  const programs =
    platform === 'win32'
      ? playwrightPrograms.win32
      : platform === 'darwin'
        ? playwrightPrograms.darwin
        : playwrightPrograms.linux;
  const builds = listFolder(folder).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)));
  return builds.flatMap((build) => programs.map((program) => join(folder, build, program)));
}

/**
 * Finds Chromium, Chrome or Edge: MADOGUCHI_CHROMIUM if set (and nothing else then), the usual places, Playwright's own.
 * @param {Machine} machine
 * @returns {BrowserSearch}
 */
export function findBrowser(machine) {
  const named = machine.env['MADOGUCHI_CHROMIUM'];
  if (named) return { kind: machine.isFile(named) ? 'found' : 'namedButMissing', path: named };
  const path = [...usualPlaces(machine), ...playwrightPlaces(machine)].find(machine.isFile);
  return path === undefined ? { kind: 'none' } : { kind: 'found', path };
}
