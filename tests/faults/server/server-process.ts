import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../../src/launch/project-root.mjs';
import { asStarted } from '../../support/product/as-started';
import { within } from '../waiting/within';

export type Version = 'counter-old' | 'counter-new';
export const versions: readonly Version[] = ['counter-old', 'counter-new'];

const patienceMs = 30_000;
const clock = pathToFileURL(join(projectRoot, 'tests/faults/server/turned-clock.mjs')).href;

/** The built commands beside a version of the web app. */
export function programOf(version: Version): string {
  return join('dist', version, 'node/madoguchi.js');
}

/** Puts the built commands beside each version of the web app, as they are installed. */
export function layOutVersions(): void {
  for (const version of versions) {
    const folder = join(projectRoot, 'dist', version, 'node');
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(projectRoot, 'dist/node'), folder, { recursive: true });
  }
}

/** The real server, `madoguchi serve`, in a process of its own. */
export class ServerProcess {
  version: Version = 'counter-old';
  /** Ends of the process that nobody asked for. */
  readonly deaths: string[] = [];
  readonly #dataFolder: string;
  readonly #port: number;
  #process: ChildProcess | undefined;
  #offsetMs = 0;

  constructor(dataFolder: string, port: number) {
    this.#dataFolder = dataFolder;
    this.#port = port;
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  /** Resolves once it serves. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      MADOGUCHI_DATA: this.#dataFolder,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      CLOCK_OFFSET_MS: String(this.#offsetMs),
    };
    const words = [...asStarted, '--import', clock, programOf(this.version), 'serve'];
    const started = spawn(process.execPath, words, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#process = started;
    started.stdout?.resume();
    const serves = new Promise<void>((resolve, reject) => {
      let said = '';
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Serving ')) resolve();
      });
      started.once('error', reject);
      started.once('exit', (code, signal) => {
        if (this.#process === started) {
          this.#process = undefined;
          this.deaths.push(`${String(code ?? signal)} ${said}`);
        }
        reject(new Error(`the server ended: ${said}`));
      });
    });
    await within(serves, patienceMs, 'the server says that it serves');
  }

  /** As a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** As its keeper does: the database is closed, its log is written into it. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = this.#process;
    this.#process = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await within(ended, patienceMs, `the server is gone after ${signal}`);
  }

  /** Turns the running server's clock; resolves once it says so, with whether it did. */
  turnClock(offsetMs: number): Promise<boolean> {
    this.#offsetMs = offsetMs;
    const running = this.#process;
    if (!running) return Promise.resolve(false);
    const told = new Promise<boolean>((resolve) => {
      running.once('message', () => resolve(true));
      running.once('exit', () => resolve(false));
      running.send({ offsetMs }, (error) => {
        if (error) resolve(false);
      });
    });
    return within(told, patienceMs, 'the server says that its clock was turned');
  }
}
