// @ts-check
import { createHash } from 'node:crypto';
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
 * What the installed packages depend on: the lock file, and the platform that compiled parts were made for.
 * @param {string} lockText
 * @param {{ platform: string, arch: string, abi: string }} machine
 * @returns {string}
 */
export function installStamp(lockText, { platform, arch, abi }) {
  return createHash('sha256').update([platform, arch, abi, lockText].join('\0')).digest('hex');
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
  const stampFile = join(root, 'node_modules', '.madoguchi-installed');
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = installStamp(lockText, { platform: process.platform, arch: process.arch, abi: process.versions.modules });
  const lastStamp = findText(stampFile);
  if (lastStamp === stamp) return;
  const record = findText(join(root, 'node_modules', '.package-lock.json'));
  const isInstalledByHand = lastStamp === undefined && record !== undefined && isTreeOfLock(JSON.parse(lockText), JSON.parse(record));
  if (!isInstalledByHand) {
    console.error('Installing packages (only when they changed; the first time takes a minute or two) …');
    const { exitCode } = await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: root, output: 'stderr' });
    if (exitCode !== 0) throw new LaunchFailure('The packages could not be installed: "npm ci" failed, its reason is above.');
  }
  writeFileSync(stampFile, stamp);
}
