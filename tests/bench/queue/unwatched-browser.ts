import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { getChromiumPath, quietFlags } from '../../support/chromium';

type Answer = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The engine leaves garbage lying according to the machine's memory: on a tablet of 4 GB a half of its young generation
 * has 8 MB (V8, `Heap::YoungGenerationSizeFromOldGenerationSize`), on a machine of 16 GB twice as much.
 */
const asOnTablet = '--js-flags=--max-semi-space-size=8';

/**
 * Chromium without anybody who listens to its network. Playwright always does, and then the page's process keeps every
 * request and answer for it: three times the time, and 200 MB that no tablet ever has.
 */
export class UnwatchedBrowser {
  readonly #ended: Promise<unknown>;
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(profileFolder: string) {
    const flags = ['--headless', asOnTablet, '--remote-debugging-pipe', '--lang=ja-JP', `--user-data-dir=${profileFolder}`];
    // Its third and fourth channels, as Chromium has them: one to it, one from it, each message ended by a zero.
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const started = spawn(getChromiumPath(), [...quietFlags, ...flags, 'about:blank'], { stdio: [...stdio] });
    this.#ended = once(started, 'exit');
    const [, , , toBrowser, fromBrowser] = started.stdio;
    this.#toBrowser = toBrowser as Writable;
    this.#listen(fromBrowser as Readable);
  }

  async openTab(url: string): Promise<UnwatchedTab> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new UnwatchedTab((method, params) => this.send(method, params, String(sessionId)));
    await tab.go(url);
    return tab;
  }

  /** Processes of the open tabs. */
  async rendererIds(): Promise<readonly number[]> {
    const { processInfo } = await this.send('SystemInfo.getProcessInfo');
    return (processInfo as { type: string; id: number }[]).filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  async close(): Promise<void> {
    // It may have gone by itself, or before it could answer.
    await this.send('Browser.close').catch(() => undefined);
    await this.#ended;
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    this.#asked += 1;
    const id = this.#asked;
    if (!this.#toBrowser.writable) return Promise.reject(new Error('the browser has gone'));
    this.#toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #listen(fromBrowser: Readable): void {
    let begun = '';
    fromBrowser.setEncoding('utf8').on('data', (text: string) => {
      const messages = (begun + text).split('\0');
      begun = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Answer);
    });
    fromBrowser.once('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has gone'));
    });
  }

  #take({ id, result, error }: Answer): void {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error) waiting?.reject(new Error(JSON.stringify(error)));
    else waiting?.resolve(result as Answer);
  }
}

export class UnwatchedTab {
  readonly #send: (method: string, params?: object) => Promise<Answer>;

  constructor(send: (method: string, params?: object) => Promise<Answer>) {
    this.#send = send;
  }

  /** Runs in every page of this tab before its own scripts. */
  async prepare(script: () => void): Promise<void> {
    await this.#send('Page.enable');
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: `(${script.toString()})()` });
  }

  /** Goes there; resolves when the page's own script can be asked. */
  async go(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
    const isThere = (wanted: string): boolean => location.href.startsWith(wanted) && document.readyState === 'complete';
    while (!(await this.evaluate(isThere, url).catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** In front of the browser's other tabs: one that nobody sees is slowed down. */
  async show(): Promise<void> {
    await this.#send('Page.bringToFront');
  }

  /** Runs the function in the page, with a value that JSON can carry. */
  async evaluate<Given, Result>(work: (given: Given) => Result, given?: Given): Promise<Awaited<Result>> {
    const expression = `(${work.toString()})(${JSON.stringify(given ?? null)})`;
    const ask = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', ask);
    if (exceptionDetails) throw new Error(`the page answered with an error: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: Awaited<Result> }).value;
  }

  /** Its page has no network until it gets it back, which also ends what this takes: a listener costs each request. */
  async loseNetwork(): Promise<void> {
    await this.#send('Network.enable');
    const conditions = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await this.#send('Network.emulateNetworkConditions', conditions);
  }

  async getNetworkBack(): Promise<void> {
    await this.#send('Network.disable');
  }

  /** What is no longer used is not counted. */
  async collectGarbage(): Promise<void> {
    await this.#send('HeapProfiler.collectGarbage');
  }
}
