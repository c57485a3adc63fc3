import type { Page } from '@playwright/test';
import type { Applicant } from '../page/applicant';
import type { Served } from '../page/counter';
import type {} from '../page/counter-page';
import type { Scene } from '../scene';
import { isDeath } from '../tablet/fault-tablet';

const mostTries = 8;

/** Serves so many people, one after the other, until one is interrupted; that one stays unsettled. */
export async function serveLine({ ledger, tablet }: Scene, people: number): Promise<void> {
  for (let served = 0; served < people && !tablet.isDown; served += 1) {
    const applicant = ledger.next();
    ledger.unsettled = applicant;
    const outcome = await serve(tablet.page, applicant);
    if (outcome?.kind !== 'confirmed') return;
    ledger.confirm(outcome.receptionNumber, applicant);
    ledger.unsettled = undefined;
    // Somebody impatient: otherwise a bad line would be met once, and then rested from.
    await tablet.sendNow();
  }
}

/** Goes on with whoever was interrupted, as an attendant would: looks for a number first, and only then begins anew. */
export async function settle({ ledger, tablet }: Scene): Promise<void> {
  const applicant = ledger.unsettled;
  if (!applicant) return;
  let outcome: Served | undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { page } = tablet;
    if (await isStillOnScreen(page)) outcome = await page.evaluate(() => globalThis.counter.sealAgain());
    else outcome = (await findNumber(page, ledger.confirmed)) ?? (await serve(page, applicant));
    if (outcome?.kind !== 'confirmed') continue;
    ledger.confirm(outcome.receptionNumber, applicant);
    ledger.unsettled = undefined;
    return;
  }
  throw new Error(`person ${String(applicant.number)} could not be served: ${JSON.stringify(outcome)}`);
}

/** Serves one person in a tab until they have a number. */
export async function serveThrough(page: Page, applicant: Applicant): Promise<string> {
  let outcome: Served | undefined = await page.evaluate((who) => globalThis.counter.serve(who), applicant);
  for (let tries = 0; tries < mostTries && outcome.kind === 'problem'; tries += 1) {
    outcome = await page.evaluate(() => globalThis.counter.sealAgain());
  }
  if (outcome.kind !== 'confirmed') throw new Error(`person ${String(applicant.number)} ended as ${JSON.stringify(outcome)}`);
  return outcome.receptionNumber;
}

/** Undefined where the page died under it. */
function serve(page: Page, applicant: Applicant): Promise<Served | undefined> {
  return page
    .evaluate((who) => globalThis.counter.serve(who), applicant)
    .catch((error: unknown) => {
      if (isDeath(error)) return undefined;
      throw error;
    });
}

function isStillOnScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => globalThis.counter.hasApplication());
}

/** The last number on the home screen, where nobody was shown it yet. The first person of all may find none. */
async function findNumber(page: Page, known: ReadonlyMap<string, Applicant>): Promise<Served | undefined> {
  let shown: string | null = null;
  for (let looks = 0; shown === null && looks < (known.size > 0 ? 30 : 3); looks += 1) {
    shown = await page.evaluate(() => globalThis.counter.lastNumber());
  }
  if (shown === null && known.size > 0) throw new Error('the home screen shows no last number, though there is one');
  return shown === null || known.has(shown) ? undefined : { kind: 'confirmed', receptionNumber: shown };
}
