import { doneLongEnoughMs } from '../../domain/submission/retention';
import type { Storage } from '../storage/storage';

/** Small enough that an upload never waits long behind it. */
const batch = 50;

/**
 * Takes away the sealed bytes of every envelope that the office was done with at least so many days ago, of all
 * municipalities. Returns how many. Ends after the present batch where `isStopped` says so.
 */
export async function purgeDone(
  storage: Pick<Storage, 'municipalities' | 'envelopes'>,
  { keepDays, nowMs, isStopped = () => false }: { keepDays: number; nowMs: number; isStopped?: () => boolean },
): Promise<number> {
  const untilMs = doneLongEnoughMs(nowMs, keepDays);
  let purged = 0;
  for (const { code } of await storage.municipalities.list()) {
    for (let count = batch; count === batch && !isStopped();) {
      count = await storage.envelopes.purgeDone(code, { untilMs, limit: batch }, nowMs);
      purged += count;
    }
  }
  return purged;
}
