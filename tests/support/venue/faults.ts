import type { BrowserContext, ConsoleMessage, Page, Worker } from '@playwright/test';

/** What a browser reports when there is no server to reach: part of the journey, not a fault of the product. */
const noServer =
  /^Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET)|INTERNET_DISCONNECTED|EMPTY_RESPONSE|NETWORK_CHANGED|NAME_NOT)/;
/** A tablet that was not confirmed yet asks and is told so. */
const notConfirmedYet = /^Failed to load resource: the server responded with a status of 403/;
/** A journey may let the server refuse an envelope; the tablet then says so. */
const refusedEnvelope = /^Failed to load resource: the server responded with a status of 4(09|13|22)/;
/** A journey may take away a file of the tablet; sending it then fails without a reason. */
const lostFile = 'Failed to load resource: net::ERR_FAILED';

/** The models' runtime writes its notes where errors go. */
const runtimeNote = /^(INFO|WARNING): /;

const reportName = 'reportViolationToJourney';

/** Collects everything that must not happen in any journey: policy violations, console errors, uncaught errors. */
export class Faults {
  readonly found: string[] = [];

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding(reportName, (_source, violation: string) => {
      this.found.push(`policy violation: ${violation}`);
    });
    await context.addInitScript((name) => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = (globalThis as unknown as Record<string, (text: string) => void>)[name];
        report?.(`${violatedDirective} blocked ${blockedURI} (${sourceFile}:${String(lineNumber)})`);
      });
    }, reportName);
    context.on('console', (message) => {
      this.#read(message);
    });
    context.on('weberror', (error) => {
      this.found.push(`uncaught: ${error.error().message}`);
    });
    context.on('serviceworker', (worker) => {
      this.#watchWorker(worker);
    });
    for (const worker of context.serviceWorkers()) this.#watchWorker(worker);
    context.on('page', (page) => {
      this.#watchPage(page);
    });
    for (const page of context.pages()) this.#watchPage(page);
  }

  #watchPage(page: Page): void {
    page.on('worker', (worker) => {
      this.#watchWorker(worker);
    });
  }

  #watchWorker(worker: Worker): void {
    worker.on('console', (message) => {
      this.#read(message);
    });
  }

  #read(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    const text = message.text();
    const isPending = notConfirmedYet.test(text) && message.location().url.endsWith('/configuration');
    const isUpload = message.location().url.includes('/api/v1/envelopes/');
    const isRefusal = isUpload && (refusedEnvelope.test(text) || text === lostFile);
    const isNote = runtimeNote.test(text) && message.location().url.includes('/models/runtimeScript-');
    if (!noServer.test(text) && !isPending && !isRefusal && !isNote)
      this.found.push(`console: ${text} (${message.location().url})`);
  }
}
