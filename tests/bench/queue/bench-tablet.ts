import type { Applicant } from '../../faults/page/applicant';
import { keepModelsAway } from '../../faults/tablet/fault-tablet';
import type {} from '../../faults/page/counter-page';
import { UnwatchedBrowser, type UnwatchedTab } from './unwatched-browser';

/** An enrolled tablet on which nothing but the kiosk runs. */
export class BenchTablet {
  readonly browser: UnwatchedBrowser;
  readonly #url: string;
  #tab: UnwatchedTab | undefined;

  constructor(profileFolder: string, url: string) {
    this.browser = new UnwatchedBrowser(profileFolder);
    this.#url = url;
  }

  get tab(): UnwatchedTab {
    if (!this.#tab) throw new Error('the tablet is off');
    return this.#tab;
  }

  async open(): Promise<void> {
    if (!this.#tab) {
      this.#tab = await this.browser.openTab('about:blank');
      await this.#tab.prepare(keepModelsAway);
    }
    await this.#tab.go(this.#url);
  }

  /** Seals one application after it has stood on the screen for so long; how long that took, in ms. */
  seal(applicant: Applicant, stoodMs: number): Promise<number> {
    return this.tab.evaluate(({ who, ms }) => globalThis.measuring.seal(who, ms), { who: applicant, ms: stoodMs });
  }

  /** Opens the kiosk anew; how long until its home screen can be used, in ms. */
  async start(): Promise<number> {
    await this.open();
    return this.tab.evaluate(() => globalThis.measuring.usableAfterMs());
  }

  deliverAll(): Promise<number> {
    return this.tab.evaluate(() => globalThis.measuring.deliverAll());
  }
}
