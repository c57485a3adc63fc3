import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/launch/project-root.mjs';

/** Stands for a command that runs until it is asked to stop. */
const command = `
  import { stopWithNpm } from './src/launch/launch-madoguchi.mjs';
  stopWithNpm();
  const running = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => { clearInterval(running); console.log('stopped cleanly'); });
  console.log('running');`;

test.skipIf(process.platform === 'win32')(
  'a shell that npm ends takes its command along, and the command stops cleanly',
  async () => {
    const env = { ...process.env, npm_lifecycle_event: 'start', NODE: process.execPath, COMMAND: command };
    // The colon after it keeps every shell from becoming the command itself.
    const shell = spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$COMMAND"; :'], { cwd: projectRoot, env });
    let printed = '';
    const isRunning = new Promise<void>((resolve) => {
      shell.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes('running')) resolve();
      });
    });
    await isRunning;
    shell.kill('SIGTERM');
    await once(shell.stdout, 'end');
    expect(printed).toBe('running\nstopped cleanly\n');
  },
);
