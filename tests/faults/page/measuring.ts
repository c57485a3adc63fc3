import { ja } from '../../../src/i18n/ja/ja';
import { changeDraft, leaveApplication, startApplication, useSession } from '../../../src/kiosk/session/session-store';
import type { TabletServices } from '../../../src/kiosk/tablet/tablet-services';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { type Applicant, draftOf } from './applicant';
import { comeHome } from './counter';
import { isShown, whenScreen } from './screen';

/** What a benchmark asks of the kiosk's page. */
export interface Measuring {
  /**
   * From the touch on the seal button to the number that may be shown: sealed, and durably in the queue. In ms.
   * `stoodMs`: how long the application is on the screen before; a person needs minutes.
   */
  readonly seal: (applicant: Applicant, stoodMs: number) => Promise<number>;
  /** From the beginning of the page's loading to the home screen with the day's figures, in ms. */
  readonly usableAfterMs: () => Promise<number>;
  /** From now, when the network is there again, until the last that waited is delivered and marked so, in ms. */
  readonly deliverAll: () => Promise<number>;
}

export function createMeasuring({ confirm, sendNow }: TabletServices): Measuring {
  return {
    seal: async (applicant, stoodMs) => {
      if (useSession.getState().place.kind !== 'home') await comeHome();
      startApplication();
      changeDraft(draftOf(applicant));
      await new Promise((resolve) => setTimeout(resolve, stoodMs));
      const startedAtMs = performance.now();
      const result = await confirm(Date.now());
      const tookMs = performance.now() - startedAtMs;
      if (result.kind !== 'confirmed') throw new Error(`sealing ended as ${result.kind}`);
      leaveApplication();
      return tookMs;
    },
    usableAfterMs: async () => {
      await comeHome();
      await whenScreen(() => (isShown(ja.session.home.lastNumber) ? true : undefined));
      await whenScreen(() =>
        useTablet.getState().lastEntry && !isShown(`${ja.session.home.lastNumber} ${ja.session.home.none}`) ? true : undefined,
      );
      return performance.now();
    },
    deliverAll: async () => {
      const startedAtMs = performance.now();
      sendNow();
      return (await lastSentAtMs()) - startedAtMs;
    },
  };
}

/**
 * When sending ended with nothing waiting any more; the figures themselves follow at their leisure. Listens and does not
 * look again and again, which would cost what is measured.
 */
function lastSentAtMs(): Promise<number> {
  return new Promise((resolve) => {
    let endedAtMs: number | undefined;
    const end = useTablet.subscribe(({ figures, delivery: { phase } }, before) => {
      if (phase !== 'sending' && before.delivery.phase === 'sending') endedAtMs = performance.now();
      if (figures.waiting > 0 || phase === 'sending' || endedAtMs === undefined) return;
      end();
      resolve(endedAtMs);
    });
  });
}
