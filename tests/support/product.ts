import { type ChildProcess, spawn } from 'node:child_process';
import { projectRoot } from '../../src/launch/project-root.mjs';
import type { QrModules } from './camera/qr-modules';
import { asStarted } from './product/as-started';
import { readTerminalQr } from './product/read-terminal-qr';
import { builtProgram, type CommandRun, runCommand } from './product/run-command';

const typedCode = /(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}(?![0-9A-Z-])/;

/** What `start` prints once everything is ready. */
const lastLine = 'Stop with Ctrl-C';

/** The real product, started as its user starts it: the built program in a process of its own. */
export class Product {
  readonly dataFolder: string;
  readonly port: number;
  readonly #program: string;
  #process: ChildProcess | undefined;
  #output = '';

  constructor(dataFolder: string, port: number, program = builtProgram) {
    this.dataFolder = dataFolder;
    this.port = port;
    this.#program = program;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** What the last start printed. */
  get output(): string {
    return this.#output;
  }

  /** The enrolment code that the first start printed, to be typed. */
  get enrolmentCode(): string {
    const code = typedCode.exec(this.#output)?.[0];
    if (code === undefined) throw new Error('the product printed no enrolment code');
    return code;
  }

  /** The same code as the QR in the terminal. */
  get enrolmentQr(): QrModules {
    return readTerminalQr(this.#output);
  }

  /** Starts it in its folder, on its port, with more settings where named; resolves when it says that it is ready. */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const env = { ...process.env, ...settings, MADOGUCHI_DATA: this.dataFolder, PORT: String(this.port), HOST: '127.0.0.1' };
    const words = [...asStarted, this.#program, 'start'];
    const started = spawn(process.execPath, words, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = started;
    this.#output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (text: string): void => {
        this.#output += text;
        if (this.#output.includes(lastLine)) resolve();
      };
      started.stdout.setEncoding('utf8').on('data', read);
      started.stderr.setEncoding('utf8').on('data', read);
      started.once('error', reject);
      started.once('close', (code) => {
        reject(new Error(`the product ended with ${String(code)} before it was ready:\n${this.#output}`));
      });
    });
  }

  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  command(...words: readonly string[]): Promise<CommandRun> {
    return runCommand(words, this.dataFolder);
  }

  #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ending = this.#process;
    this.#process = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return Promise.resolve(null);
    return new Promise((resolve) => {
      ending.once('exit', resolve);
      ending.kill(signal);
    });
  }
}
