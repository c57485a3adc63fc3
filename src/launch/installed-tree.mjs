// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFailure } from './launch-failure.mjs';
import { runNpm } from './run-program.mjs';

/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} LockFile
 */

/**
 * Whether npm's own record of what is installed holds every package of the lock file, at its version.
 * Optional ones may be missing: they are for other platforms.
 * @param {LockFile} lock
 * @param {LockFile} installed
 * @returns {boolean}
 */
export function isTreeOfLock(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    const found = installed.packages?.[path];
    if (path === '') return true;
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

/**
 * Whether packages have to be installed: where npm's record is missing or does not hold the lock file's packages
 * (whoever installed them), and where compiled parts were made for another Node or machine.
 * @param {{ lockText: string, record: string | undefined, stamp: string | undefined, machine: string }} state
 * @returns {boolean}
 */
export function needsInstall({ lockText, record, stamp, machine }) {
  if (record === undefined) return true;
  const isForThisMachine = stamp === undefined || stamp === machine;
  return !isForThisMachine || !isTreeOfLock(JSON.parse(lockText), JSON.parse(record));
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function findText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * Installs the packages where they are absent or the lock file changed since.
 * @param {string} root
 * @returns {Promise<void>}
 */
export async function installWhenNeeded(root) {
  const modules = join(root, 'node_modules');
  const stampFile = join(modules, '.madoguchi-machine');
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const machine = [process.platform, process.arch, process.versions.modules].join(' ');
  const stamp = findText(stampFile);
  if (needsInstall({ lockText, record: findText(join(modules, '.package-lock.json')), stamp, machine })) {
    console.error('Installing packages (only when they changed; the first time takes a few minutes) …');
    const { exitCode } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, output: 'stderr' });
    if (exitCode !== 0) throw new LaunchFailure('The packages could not be installed: "npm ci" failed, its reason is above.');
  }
  if (findText(stampFile) !== machine) writeFileSync(stampFile, machine);
}
