import type { StationStore } from '../../queue/station-store';
import type { PinOutcome } from '../tablet/tablet-services';

const freeAttempts = 5;
const waitAfterMs = 30_000;

/**
 * Compares a PIN with verifiers, one after the other: each takes 19 MiB for a moment. After five wrong PINs in a row
 * on this tablet each further one waits half a minute; that is stored, so a restart is no way round.
 */
export async function checkPin(
  pin: string,
  verifiers: readonly string[],
  store: Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'>,
  nowMs: number,
): Promise<PinOutcome> {
  const { wrongPins, pinWaitUntilMs } = await store.getDeviceFacts();
  // A clock set back must not lock the tablet for longer than one wait.
  if (nowMs < pinWaitUntilMs && pinWaitUntilMs - nowMs <= waitAfterMs) return { kind: 'wait', waitUntilMs: pinWaitUntilMs };
  // Counted before the comparison: switching off while it runs is no way round either.
  const waitUntilMs = wrongPins + 1 >= freeAttempts ? nowMs + waitAfterMs : 0;
  await store.saveDeviceFacts({ wrongPins: wrongPins + 1, pinWaitUntilMs: waitUntilMs });
  if (!(await isOneOf(pin, verifiers))) return { kind: 'wrong', waitUntilMs };
  await store.saveDeviceFacts({ wrongPins: 0, pinWaitUntilMs: 0 });
  return { kind: 'correct' };
}

async function isOneOf(pin: string, verifiers: readonly string[]): Promise<boolean> {
  const { verifyPin } = await import('../../sealing/pin');
  for (const verifier of verifiers) {
    if (await verifyPin(pin, verifier)) return true;
  }
  return false;
}
