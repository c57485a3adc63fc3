import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Figures } from '../../../src/domain/counts/daily-count';
import { getChromiumPath, quietFlags } from '../../support/chromium';
import { leaveRoom } from '../../support/venue/leave-room';
import type {} from '../page/counter-page';
import { pass, TooLate, within } from '../waiting/within';
import { prepareTurnedClock } from './turned-clock';

const cameraFlags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** A busy machine is slow, not wrong. */
const patienceMs = 60_000;
/** A tab that lives is there within a second. */
const birthMs = 15_000;

/** Whether a page is gone, and with it whatever it was asked. */
export function isDeath(error: unknown): boolean {
  return error instanceof Error && /crash|closed|destroyed|detached/i.test(error.message);
}

/**
 * Runs in each tab before the kiosk. Nobody is photographed here, and the models would be fetched and loaded in the midst of
 * what is tested: they wait for a tab that never lets them go.
 */
export function keepModelsAway(): void {
  void navigator.locks.request('madoguchi-models', () => new Promise(() => undefined)).catch(() => undefined);
}

/** A tablet whose tab, browser, storage and clock can be struck while it works. The profile stays. */
export class FaultTablet {
  readonly profileFolder: string;
  readonly #url: string;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #offsetMs = 0;
  #isTabDead = false;

  constructor(profileFolder: string, url: string) {
    this.profileFolder = profileFolder;
    this.#url = url;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the tablet is off');
    return this.#page;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the tablet is off');
    return this.#context;
  }

  get isOff(): boolean {
    return this.#context === undefined;
  }

  get isTabDead(): boolean {
    return this.#isTabDead;
  }

  get isDown(): boolean {
    return this.isOff || this.isTabDead;
  }

  /** The version of the app that runs. */
  version(): Promise<string> {
    return this.page.evaluate(() => globalThis.counter.state().version);
  }

  figures(): Promise<Figures> {
    return this.page.evaluate(() => globalThis.counter.state().figures);
  }

  /** By hand: sends now. A page that is gone sends nothing. */
  readonly sendNow = (): Promise<void> =>
    this.page
      .evaluate(() => globalThis.counter.sendNow())
      .catch((error: unknown) => {
        if (!isDeath(error)) throw error;
      });

  /** Looks for a new version; resolves once one waits. */
  async lookForUpdate(): Promise<void> {
    await this.page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    const waiting = this.page.waitForFunction(() => globalThis.counter.state().isUpdateWaiting);
    await within(waiting, patienceMs, 'a new version waits to take over');
  }

  /** Lets the waiting version take over; resolves once its page is there. */
  async applyUpdate(): Promise<void> {
    const before = await this.version();
    await this.page.evaluate(() => globalThis.counter.applyUpdate());
    const isOther = (old: string): boolean => 'counter' in globalThis && globalThis.counter.state().version !== old;
    await within(this.page.waitForFunction(isOther, before), patienceMs, 'the version that waited has taken over');
    await this.page.evaluate((turned) => globalThis.turnClock(turned), this.#offsetMs);
  }

  async switchOn(): Promise<void> {
    const context = await chromium.launchPersistentContext(this.profileFolder, {
      executablePath: getChromiumPath(),
      args: [...quietFlags, ...cameraFlags],
      viewport: { width: 640, height: 480 },
      handleSIGINT: false,
      handleSIGTERM: false,
      // Nobody watches: what moves only takes time from what is tested.
      reducedMotion: 'reduce',
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
    });
    // Ours end sooner, and say what was waited for.
    context.setDefaultTimeout(2 * patienceMs);
    await context.addInitScript(keepModelsAway);
    context.once('close', () => {
      if (this.#context === context) this.#forget();
    });
    this.#context = context;
    this.#page = await this.openTab(context.pages()[0]);
  }

  /** Another tab of the kiosk; the first one stays the tablet's page. */
  async openTab(blank?: Page): Promise<Page> {
    const page = blank ?? (await this.context.newPage());
    await page.addInitScript(prepareTurnedClock, this.#offsetMs);
    await within(page.goto(this.#url), patienceMs, 'the kiosk opens');
    await within(
      page.waitForFunction(() => 'counter' in globalThis),
      patienceMs,
      'the kiosk has begun',
    );
    return page;
  }

  /** Kills the tab's process; the browser lives. */
  async killTab(): Promise<void> {
    const { page } = this;
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    this.#isTabDead = true;
    for (const id of await this.rendererIds()) process.kill(id, 'SIGKILL');
    await within(crashed, patienceMs, 'the killed tab is gone');
  }

  /** Opens the kiosk in a new tab in place of the one that is there, dead or alive. */
  async reopenTab(): Promise<void> {
    const dead = this.page;
    const blank = await within(this.#blankTab(), patienceMs, 'the browser opens a tab');
    if (!blank) return this.switchOn();
    await dead.close();
    this.#isTabDead = false;
    this.#page = blank;
    await this.openTab(blank);
  }

  /** Leaves the storage without room, whatever the kiosk is in the midst of. */
  fillStorage(): Promise<void> {
    return within(leaveRoom(this.page, 0), patienceMs, 'the browser knows that there is no room');
  }

  /** Gives the room back. */
  emptyStorage(): Promise<void> {
    return leaveRoom(this.page, undefined);
  }

  /** Kills the browser with all its processes, as an empty battery would. */
  async killBrowser(): Promise<void> {
    const { context } = this;
    const closed = new Promise((resolve) => context.once('close', resolve));
    this.#isTabDead = true;
    const mark = readlinkSync(join(this.profileFolder, 'SingletonLock'));
    process.kill(-Number(mark.slice(mark.lastIndexOf('-') + 1)), 'SIGKILL');
    await within(closed, patienceMs, 'the killed browser is gone');
    this.#forget();
  }

  async switchOff(): Promise<void> {
    const context = this.#context;
    this.#forget();
    if (context) await within(context.close(), patienceMs, 'the browser is closed');
  }

  /** Turns the clock of the open page and of every later one. */
  async turnClock(offsetMs: number): Promise<boolean> {
    this.#offsetMs = offsetMs;
    const shownMs = await this.page.evaluate((turned) => {
      globalThis.turnClock(turned);
      return Date.now();
    }, offsetMs);
    return Math.abs(shownMs - Date.now() - offsetMs) < 60_000;
  }

  /** Processes of the open tabs. */
  async rendererIds(): Promise<readonly number[]> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('this browser shows no processes');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /**
   * The process in reserve died with the tab's: a tab born in it is dead too, and says so or never answers; now and then the
   * browser goes.
   */
  async #blankTab(): Promise<Page | undefined> {
    while (!this.isOff) {
      try {
        return await within(this.context.newPage(), birthMs, 'a tab is born');
      } catch (error) {
        if (!isDeath(error) && !(error instanceof TooLate)) throw error;
      }
      await pass(100);
    }
    return undefined;
  }

  #forget(): void {
    this.#context = undefined;
    this.#page = undefined;
    this.#isTabDead = false;
  }
}
