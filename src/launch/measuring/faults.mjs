// @ts-check
import { spawnSync } from 'node:child_process';
import { requireNode } from '../node-version.mjs';

requireNode();
const { prepare } = await import('../prepare.mjs');
const { LaunchFailure, orExplain } = await import('../launch-failure.mjs');

/**
 * @param {string} name
 * @param {number} fallback
 * @returns {number}
 */
function wish(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return fallback;
  const value = Number(process.argv[at + 1]);
  if (!Number.isFinite(value) || value < 0) throw new LaunchFailure(`--${name} needs a number.`);
  return value;
}

/**
 * The server's small disk needs the right to mount. Linux gives it to anybody within a name space of their own.
 * @returns {number | null} how it ended there; null where we have the right, or cannot get it
 */
function runWithMounts() {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const words = ['--user', '--map-root-user', '--mount'];
  if (spawnSync('unshare', [...words, 'true']).status !== 0) return null;
  return spawnSync('unshare', [...words, process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1;
}

await orExplain(async () => {
  const exitCode = runWithMounts();
  if (exitCode !== null) {
    process.exitCode = exitCode;
    return;
  }
  const isShort = process.argv.includes('--short');
  const wishes = { applications: wish('applications', 200), seed: wish('seed', 1), minutes: wish('minutes', Infinity), isShort };
  await prepare(['node', 'counterOld', 'counterNew']);
  const { callTypeScript } = await import('./call-typescript.mjs');
  process.exitCode = (await callTypeScript('tests/faults/faults-command.ts', 'faultsCommand', wishes)) ? 0 : 1;
});
