import { expect, test } from 'vitest';
import { readCameraProblem } from '../../src/capture/camera-problem';

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['TypeError', 'failed'],
])('%s means %s', (name, problem) => {
  expect(readCameraProblem(new DOMException('', name), true)).toBe(problem);
});

test.each([undefined, null, 'getUserMedia not supported', 7, {}, { name: 7 }])('anything else (%j) is a failure', (error) => {
  expect(readCameraProblem(error, true)).toBe('failed');
});

test('without HTTPS that is the problem, whatever the browser says', () => {
  expect(readCameraProblem('getUserMedia not supported', false)).toBe('insecure');
});
