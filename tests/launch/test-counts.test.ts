import { expect, test } from 'vitest';
import { countPlaywright, countVitest, summarise } from '../../src/launch/testing/test-counts.mjs';

const stage = (name: string, passed: number, failed: number, skipped = 0, failures: readonly string[] = []) => ({
  name,
  failures,
  seconds: 1.25,
  counts: { passed, failed, skipped },
});

test('the last line is the sum, alone', () => {
  const { lines, isOk } = summarise([stage('lint', 1, 0), stage('unit', 40, 0)]);
  expect(lines.at(-1)).toBe('41 passed, 0 failed');
  expect(lines[1]).toBe('unit  ok         1.3 s  40 passed, 0 failed');
  expect(isOk).toBe(true);
});

test('one failure fails the run, and skipped tests are named', () => {
  const { lines, isOk } = summarise([stage('lint', 1, 0), stage('unit', 39, 1, 2)]);
  expect(lines.at(-1)).toBe('40 passed, 1 failed, 2 skipped');
  expect(lines[1]).toContain('FAILED');
  expect(isOk).toBe(false);
});

test('what failed stands before the sum, so that the end of a log is enough', () => {
  const { lines } = summarise([stage('unit', 39, 1, 0, ['tests/x.test.ts › holds\n    expected 1 to be 2'])]);
  expect(lines.slice(-3)).toEqual(['unit: tests/x.test.ts › holds\n    expected 1 to be 2', '', '39 passed, 1 failed']);
});

test('a stage in which nothing was executed has failed, also when everything was skipped', () => {
  for (const counts of [stage('journeys', 0, 0), stage('journeys', 0, 0, 12)]) {
    const { lines, isOk } = summarise([stage('unit', 5, 0), counts]);
    expect(isOk).toBe(false);
    expect(lines.at(-1)).toMatch(/^5 passed, 1 failed/);
    expect(lines[1]).toContain('(nothing was executed)');
  }
});

test('no stage at all is no success', () => {
  expect(summarise([]).isOk).toBe(false);
});

test('a file that could not be loaded counts as failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}, {}] },
  ];
  expect(countVitest({ numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 2,
  });
});

test('a journey that needed a second try has failed; so has an error outside of any', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 1 });
});
