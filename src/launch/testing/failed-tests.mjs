// @ts-check
import { relative } from 'node:path';

/**
 * @typedef {object} VitestResults the part of vitest's JSON report that names the failed
 * @property {readonly VitestFile[]} testResults
 */

/** @typedef {{ name: string, status: string, message?: string, assertionResults: readonly VitestAssertion[] }} VitestFile */

/** @typedef {{ status: string, fullName: string, failureMessages?: readonly string[] | null }} VitestAssertion */

/**
 * @typedef {object} PlaywrightSuite the part of Playwright's JSON report that names the failed
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { ok: boolean, title: string, file: string, line: number, tests: readonly PlaywrightTest[] }[]} [specs]
 */

/** @typedef {{ results: readonly { error?: { message?: string } }[] }} PlaywrightTest */

/** A log's last page must be enough to know what to look at, so a failure takes two lines and no stack. */
const longestReason = 300;

/**
 * @param {string} where
 * @param {string | undefined} message
 * @returns {string}
 */
function failureLine(where, message) {
  // eslint-disable-next-line no-control-regex -- Playwright colours its messages with escape sequences
  const reason = (message ?? 'no message').replaceAll(/\u001B\[\d*m/g, '').split(/\n\s+at /)[0] ?? '';
  return `${where}\n    ${reason.replaceAll(/\s+/g, ' ').trim().slice(0, longestReason)}`;
}

/**
 * The failed tests of a vitest run, and the files that could not be loaded.
 * @param {VitestResults} report
 * @param {string} root folder that the files are named from
 * @returns {readonly string[]}
 */
export function failedInVitest({ testResults }, root) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
    if (status === 'failed' && assertionResults.length === 0) return [failureLine(file, message)];
    return failed.map(({ fullName, failureMessages }) => failureLine(`${file} › ${fullName}`, failureMessages?.[0]));
  });
}

/**
 * The failed tests of a Playwright run.
 * @param {PlaywrightSuite} suite the report, or a suite in it
 * @returns {readonly string[]}
 */
export function failedInPlaywright({ suites = [], specs = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []));
      return failureLine(`${file}:${line} › ${title}`, errors[0]);
    });
  return [...own, ...suites.flatMap(failedInPlaywright)];
}
