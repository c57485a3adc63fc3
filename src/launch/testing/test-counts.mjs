// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {object} StageOutcome
 * @property {string} name
 * @property {Counts} counts
 * @property {readonly string[]} failures what failed and why, for those stages that tell
 * @property {number} seconds
 */

/**
 * @typedef {object} VitestReport the part of vitest's JSON report that is counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/**
 * Tests of a vitest run. A file that could not even be loaded counts as one failed test.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests };
}

/**
 * Tests of a Playwright run. One that passed only on a second try has failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * A stage holds when something was executed and nothing failed.
 * @param {Counts} counts
 * @returns {boolean}
 */
export const isStageOk = ({ passed, failed }) => passed > 0 && failed === 0;

/**
 * The summary: a line per stage, what failed, and the sum alone on the last line. A stage that executed nothing adds a failure.
 * @param {readonly StageOutcome[]} outcomes
 * @returns {{ lines: readonly string[], isOk: boolean }}
 */
export function summarise(outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const lines = outcomes.map(({ name, counts, seconds }) => {
    const { passed, failed, skipped } = counts;
    const verdict = isStageOk(counts) ? 'ok    ' : 'FAILED';
    const reason = passed + failed === 0 ? ' (nothing was executed)' : '';
    const figures = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    return `${name.padEnd(width)}  ${verdict}  ${seconds.toFixed(1).padStart(6)} s  ${figures}${reason}`;
  });
  const sum = (/** @type {keyof Counts} */ key) => outcomes.reduce((total, { counts }) => total + counts[key], 0);
  const idle = outcomes.filter(({ counts }) => counts.passed + counts.failed === 0).length;
  const failed = sum('failed') + idle;
  const skipped = sum('skipped');
  const total = `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  const failures = outcomes.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
  return {
    lines: [...lines, '', ...failures, ...(failures.length > 0 ? [''] : []), total],
    isOk: outcomes.length > 0 && outcomes.every(({ counts }) => isStageOk(counts)),
  };
}
