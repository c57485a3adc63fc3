import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { asStarted } from '../../support/product/as-started';

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The built server, as `madoguchi serve` runs it, in a process of its own. */
export function startServe(serverFolder: string): Promise<ServerProcess> {
  return start([...asStarted, `${root}dist/node/madoguchi.js`, 'serve', '--server', serverFolder], 'stderr');
}

/** A server that only writes, flushes and names each body. */
export function startPlain(folder: string): Promise<ServerProcess> {
  return start([fileURLToPath(new URL('plain-server.mjs', import.meta.url)), folder], 'stdout');
}

async function start(words: readonly string[], says: 'stdout' | 'stderr'): Promise<ServerProcess> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1' };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressOf(child, says);
  return {
    url,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function addressOf(child: ChildProcess, says: 'stdout' | 'stderr'): Promise<string> {
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  const said = child[says];
  if (!said) throw new Error('the server has no output');
  for await (const line of createInterface(said)) {
    const found = /http:\/\/[^/\s]+/.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error('the server did not start');
}
