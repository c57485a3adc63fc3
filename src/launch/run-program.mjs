// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} ProgramRun
 * @property {number} exitCode 1 where the program was ended by a signal or could not be started
 * @property {string} output what it printed, where that was kept back
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ cwd: string, env?: Record<string, string>, output: 'stderr' | 'inherit' | 'kept', shell?: boolean }} how
 *   `stderr` keeps stdout free for what a command itself prints; `kept` shows nothing.
 * @returns {Promise<ProgramRun>}
 */
export function runProgram(program, words, { cwd, env = {}, output, shell = false }) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = output === 'kept' ? ['ignore', 'pipe', 'pipe'] : ['ignore', output === 'stderr' ? 2 : 1, 2];
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, stdio, shell });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        printed += text;
      });
    }
    child.once('error', (error) => resolve({ exitCode: 1, output: `${printed}${error.message}\n` }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: printed }));
  });
}

/**
 * Runs npm: the very one that started us where there is one, otherwise npm from PATH.
 * @param {readonly string[]} words
 * @param {{ cwd: string, output: 'stderr' | 'inherit' | 'kept' }} how
 * @returns {Promise<ProgramRun>}
 */
export function runNpm(words, { cwd, output }) {
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return runProgram(process.execPath, [npm, ...words], { cwd, output });
  return runProgram('npm', words, { cwd, output, shell: process.platform === 'win32' });
}
