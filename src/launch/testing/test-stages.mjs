// @ts-check
import { readFileSync } from 'node:fs';
import { buildWhenChanged } from '../prepare.mjs';
import { getBrowser } from './get-browser.mjs';
import { projectRoot } from '../project-root.mjs';
import { runNpm, runProgram } from '../run-program.mjs';
import { failedInPlaywright, failedInVitest } from './failed-tests.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/** @typedef {{ counts: Counts, failures: readonly string[] }} StageResult */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {(reportFile: string) => Promise<StageResult>} run may throw: the stage has then failed
 */

const vitest = 'node_modules/vitest/vitest.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';

/**
 * @param {number} exitCode
 * @returns {StageResult}
 */
const oneCheck = (exitCode) => {
  const failed = exitCode === 0 ? 0 : 1;
  return { counts: { passed: 1 - failed, failed, skipped: 0 }, failures: [] };
};

/**
 * @param {readonly string[]} words
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
async function runNode(words, env = {}) {
  const { exitCode } = await runProgram(process.execPath, words, { cwd: projectRoot, env, output: 'inherit' });
  return exitCode;
}

/**
 * A program that ended in failure without naming a failed test has failed all the same.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
const heedExit = (counts, exitCode) => (exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/**
 * @param {string} name of the stage and of its project in vite.config.ts
 * @returns {Stage}
 */
const vitestStage = (name) => ({
  name,
  run: async (reportFile) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const exitCode = await runNode([vitest, 'run', '--project', name, ...reporters]);
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    return { counts: heedExit(countVitest(report), exitCode), failures: failedInVitest(report, projectRoot) };
  },
});

/**
 * @param {string} script of package.json
 * @returns {Stage}
 */
const npmStage = (script) => ({
  name: script,
  run: async () => oneCheck((await runNpm(['run', '-s', script], { cwd: projectRoot, output: 'inherit' })).exitCode),
});

/** @type {readonly Stage[]} */
export const stages = [
  npmStage('lint'),
  npmStage('types'),
  vitestStage('architecture'),
  vitestStage('unit'),
  vitestStage('component'),
  { name: 'build', run: async () => buildWhenChanged(['web', 'node', 'studioPage']).then(() => oneCheck(0)) },
  {
    name: 'journeys',
    run: async (reportFile) => {
      await buildWhenChanged(['web', 'node', 'studioPage']);
      const env = { MADOGUCHI_CHROMIUM: await getBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
      const words = [playwright, 'test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=list,json'];
      const exitCode = await runNode(words, env);
      const report = JSON.parse(readFileSync(reportFile, 'utf8'));
      return { counts: heedExit(countPlaywright(report), exitCode), failures: failedInPlaywright(report) };
    },
  },
  {
    name: 'faults',
    run: async () => {
      await buildWhenChanged(['node', 'counterOld', 'counterNew']);
      const words = ['src/launch/measuring/faults.mjs', '--short', '--applications', '30', '--seed', '1'];
      return oneCheck(await runNode(words, { MADOGUCHI_CHROMIUM: await getBrowser() }));
    },
  },
];
