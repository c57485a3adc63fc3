import { spawn } from 'node:child_process';
import { projectRoot } from '../../../src/launch/project-root.mjs';

export const builtProgram = 'dist/node/madoguchi.js';

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the built program to its end, as a person in the office would. */
export function runCommand(words: readonly string[], dataFolder: string): Promise<CommandRun> {
  const env = { ...process.env, MADOGUCHI_DATA: dataFolder };
  const child = spawn(process.execPath, [builtProgram, ...words], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}
