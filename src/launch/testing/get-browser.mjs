// @ts-check
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { findBrowser } from './find-browser.mjs';
import { LaunchFailure } from '../launch-failure.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProgram } from '../run-program.mjs';

/** @returns {import('./find-browser.mjs').Machine} */
function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    listFolder: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

/**
 * How a browser is installed here: Debian's package when root, otherwise Playwright's own.
 * @param {{ osRelease: string, isRoot: boolean }} machine contents of /etc/os-release, '' elsewhere
 * @returns {'debianPackage' | 'playwright'}
 */
export function waysToInstall({ osRelease, isRoot }) {
  return isRoot && /^ID="?debian"?$/m.test(osRelease) ? 'debianPackage' : 'playwright';
}

/** @returns {Promise<void>} */
async function installBrowser() {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const how = { cwd: projectRoot, output: /** @type {const} */ ('stderr') };
  console.error('No Chromium, Chrome or Edge was found: installing Chromium …');
  if (waysToInstall({ osRelease, isRoot: process.getuid?.() === 0 }) === 'playwright') {
    await runProgram(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], how);
    return;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update'], { ...how, env });
  await runProgram('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], { ...how, env });
}

/**
 * The path of a browser for the journeys; installs one where there is none. Throws a LaunchFailure where that fails.
 * @returns {Promise<string>}
 */
export async function getBrowser() {
  const first = findBrowser(thisMachine());
  if (first.kind === 'none') await installBrowser();
  const search = first.kind === 'none' ? findBrowser(thisMachine()) : first;
  if (search.kind === 'found') return search.path;
  throw new LaunchFailure(
    search.kind === 'namedButMissing'
      ? `MADOGUCHI_CHROMIUM names ${search.path}, but there is no such file.`
      : 'The browser journeys need Chromium, Chrome or Edge: none was found and none could be installed. ' +
          'Install one, or set MADOGUCHI_CHROMIUM to its path.',
  );
}
