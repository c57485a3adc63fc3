import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const entry = fileURLToPath(new URL('serve-alone.ts', import.meta.url));
const runEntry = `import('vite').then(({ runnerImport }) => runnerImport(${JSON.stringify(entry)}))`;

export interface ServingProcess {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts `madoguchi serve` in a process of its own; resolves when it says that it serves. Ended with the test. */
export async function serveInProcess(
  serverFolder: string,
  { webFolder, port }: { readonly webFolder: string; readonly port: number },
): Promise<ServingProcess> {
  const env = { ...process.env, SERVER_FOLDER: serverFolder, WEB_FOLDER: webFolder, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, ['-e', runEntry], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  onTestFinished(stop);
  return { url: await addressOf(child), stop };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  if (!child.stderr) throw new Error('the process has no voice');
  for await (const line of createInterface(child.stderr)) {
    lines.push(line);
    const url = /Serving (http:\S+)\/ from/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the server did not start:\n${lines.join('\n')}`);
}
