// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWhenNeeded } from './installed-tree.mjs';
import { LaunchFailure, orExplain } from './launch-failure.mjs';
import { projectRoot } from './project-root.mjs';
import { runProgram } from './run-program.mjs';
import { digestSources } from './source-digest.mjs';

/**
 * web: what browsers load; node: the commands and the server; studioPage: the photo studio alone, for measuring;
 * counterOld, counterNew: the web app in two versions that a fault run can drive
 * @typedef {'web' | 'node' | 'studioPage' | 'counterOld' | 'counterNew'} BuildPart
 */

/** @type {Record<BuildPart, { words: readonly string[], result: string, what: string }>} */
const parts = {
  web: { words: ['build'], result: 'dist/web/index.html', what: 'the app' },
  node: { words: ['build', '--mode', 'node'], result: 'dist/node/madoguchi.js', what: 'the commands and the server' },
  studioPage: {
    words: ['build', '--mode', 'studio-page'],
    result: 'dist/studio-page/tests/photo/page/index.html',
    what: 'the photo studio for measuring',
  },
  counterOld: {
    words: ['build', '--mode', 'counter-old'],
    result: 'dist/counter-old/web/index.html',
    what: 'the app for fault runs',
  },
  counterNew: {
    words: ['build', '--mode', 'counter-new'],
    result: 'dist/counter-new/web/index.html',
    what: 'its next version',
  },
};

/**
 * Builds the parts whose sources changed since they were last built. Throws a LaunchFailure where a build fails.
 * @param {readonly BuildPart[]} wanted
 * @returns {Promise<void>}
 */
export async function buildWhenChanged(wanted) {
  const digest = digestSources(projectRoot);
  for (const part of wanted) {
    const { words, result, what } = parts[part];
    const stampFile = join(projectRoot, 'dist', `${part}.digest`);
    const isBuilt = existsSync(join(projectRoot, result)) && existsSync(stampFile);
    if (isBuilt && readFileSync(stampFile, 'utf8') === digest) continue;
    console.error(`Building ${what} (only when it changed) …`);
    rmSync(stampFile, { force: true });
    const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
    const { exitCode, output } = await runProgram(process.execPath, [vite, ...words], { cwd: projectRoot, output: 'kept' });
    if (exitCode !== 0) throw new LaunchFailure(`${output}\nThe build failed; its reason is above.`);
    mkdirSync(join(projectRoot, 'dist'), { recursive: true });
    writeFileSync(stampFile, digest);
  }
}

/**
 * Installs what is missing and builds what changed; ends the process with one line where that fails.
 * @param {readonly BuildPart[]} wanted
 * @returns {Promise<void>}
 */
export function prepare(wanted) {
  return orExplain(async () => {
    await installWhenNeeded(projectRoot);
    await buildWhenChanged(wanted);
  });
}
