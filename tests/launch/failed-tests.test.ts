import { expect, test } from 'vitest';
import { failedInPlaywright, failedInVitest } from '../../src/launch/testing/failed-tests.mjs';

test('a failed test of vitest is named with its file and the reason, without the stack', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'counts' },
    { status: 'failed', fullName: 'the sum is alone', failureMessages: ['Error: 1 is\n not 2\n    at file:1:1\n    at b'] },
  ];
  expect(failedInVitest({ testResults: [{ name: '/app/tests/a.test.ts', status: 'failed', assertionResults }] }, '/app')).toEqual(
    ['tests/a.test.ts › the sum is alone\n    Error: 1 is not 2'],
  );
});

test('a file that could not be loaded is named', () => {
  const unloaded = { name: '/app/tests/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  expect(failedInVitest({ testResults: [unloaded] }, '/app')).toEqual(['tests/a.test.ts\n    no such module']);
});

test('a failed journey is found however deep its suite lies, and its colours are left out', () => {
  const results = [{ error: { message: '\u001B[31mnot visible\u001B[39m' } }];
  const spec = { ok: false, title: 'is served', file: 'a.journey.ts', line: 3, tests: [{ results }] };
  const held = { ok: true, title: 'is sealed', file: 'a.journey.ts', line: 9, tests: [{ results: [{}] }] };
  expect(failedInPlaywright({ suites: [{ suites: [{ specs: [held, spec] }] }] })).toEqual([
    'a.journey.ts:3 › is served\n    not visible',
  ]);
});
