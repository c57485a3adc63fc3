import type { Logger } from 'pino';
import type { Storage } from '../storage/storage';
import { purgeDone } from './purge-done';

export const usualKeepDoneDays = 30;
const everyMs = 60 * 60 * 1000;

/** Purges now and every hour; what fails is tried again the next hour. Returns how to stop it, after what is under way. */
export function purgeOnSchedule(
  storage: Pick<Storage, 'municipalities' | 'envelopes'>,
  { keepDays, logger }: { readonly keepDays: number; readonly logger: Logger },
): () => Promise<void> {
  let isStopped = false;
  const purge = async (): Promise<void> => {
    try {
      const purged = await purgeDone(storage, { keepDays, nowMs: Date.now(), isStopped: () => isStopped });
      if (purged > 0) logger.info({ purged }, 'purged');
    } catch {
      logger.error('purge failed');
    }
  };
  let running = purge();
  const timer = setInterval(() => {
    running = running.then(purge);
  }, everyMs);
  timer.unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}
