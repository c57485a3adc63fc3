// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';
import { projectRoot } from './project-root.mjs';

const lookForParentEveryMs = 200;

/**
 * npm passes a signal on to the shell it runs a script in, and many shells end without passing it on further: the
 * command would go on with nobody to stop it. So it stops when the shell of its own npm script is gone.
 */
export function stopWithNpm() {
  const isScript = ['start', 'madoguchi'].includes(process.env['npm_lifecycle_event'] ?? '');
  if (!isScript || process.platform === 'win32') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookForParentEveryMs);
  timer.unref();
}

/**
 * Runs a command of the built program in this very process, so that signals reach it.
 * @param {readonly string[]} words
 * @param {{ needsWeb: boolean }} needs
 * @returns {Promise<void>}
 */
export async function launchMadoguchi(words, { needsWeb }) {
  stopWithNpm();
  await prepare(needsWeb ? ['web', 'node'] : ['node']);
  const program = join(projectRoot, 'dist/node/madoguchi.js');
  process.argv = [process.execPath, program, ...words];
  await import(pathToFileURL(program).href);
}
