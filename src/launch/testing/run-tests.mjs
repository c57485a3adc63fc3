// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhenNeeded } from '../installed-tree.mjs';
import { orExplain } from '../launch-failure.mjs';
import { projectRoot } from '../project-root.mjs';
import { summarise } from './test-counts.mjs';
import { stages } from './test-stages.mjs';

/** @typedef {import('./test-counts.mjs').StageOutcome} StageOutcome */

/**
 * Runs the stages that were named, or all, one after the other; a failed one does not stop the next.
 * @param {readonly string[]} wanted
 * @returns {Promise<number>} exit code: 0 all held, 1 something failed, 2 no such stage
 */
export async function runTests(wanted) {
  const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". Stages: ${stages.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  await orExplain(() => installWhenNeeded(projectRoot));
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-test-'));
  /** @type {StageOutcome[]} */
  const outcomes = [];
  for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`\n=== ${stage.name}`);
    outcomes.push(await runStage(stage, join(folder, `${stage.name}.json`)));
  }
  rmSync(folder, { recursive: true, force: true });
  const { lines, isOk } = summarise(outcomes);
  console.log(`\n=== summary\n${lines.join('\n')}`);
  return isOk ? 0 : 1;
}

/**
 * @param {import('./test-stages.mjs').Stage} stage
 * @param {string} reportFile
 * @returns {Promise<StageOutcome>}
 */
async function runStage(stage, reportFile) {
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1000;
  try {
    return { name: stage.name, ...(await stage.run(reportFile)), seconds: seconds() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(reason);
    return { name: stage.name, counts: { passed: 0, failed: 1, skipped: 0 }, failures: [reason], seconds: seconds() };
  }
}
