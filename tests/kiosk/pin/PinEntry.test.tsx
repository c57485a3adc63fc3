import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkPin } from '../../../src/kiosk/pin/check-pin';
import { PinEntry } from '../../../src/kiosk/pin/PinEntry';
import type { DeviceFacts } from '../../../src/queue/station-store';
import { makePinVerifier } from '../../../src/sealing/pin';
import { press } from '../press';
import { showScreen } from '../show-screen';

const enter = (pin: string): Promise<void> => press(...pin, '決定');
const slowHashMs = { timeout: 20_000 };

/** Device facts that outlive the screen, as the tablet's database does. */
function factsStore() {
  let facts: DeviceFacts = {
    openingId: null,
    serverOffsetMs: null,
    wrongPins: 0,
    pinWaitUntilMs: 0,
    configurationCheckedAtMs: null,
    lastTransferAtMs: null,
  };
  return {
    getDeviceFacts: () => Promise.resolve(facts),
    saveDeviceFacts: (change: Partial<DeviceFacts>) => {
      facts = { ...facts, ...change };
      return Promise.resolve();
    },
  };
}

describe('the PIN', () => {
  let verifier: string;
  beforeAll(async () => {
    verifier = await makePinVerifier('4821');
  });

  it('lets in with the right digits only, never shows them, and slows down guessing', async () => {
    const onCorrect = vi.fn();
    const store = factsStore();
    const services = { checkPin: (pin: string, verifiers: readonly string[]) => checkPin(pin, verifiers, store, Date.now()) };
    const { container } = showScreen(<PinEntry label="PIN" verifiers={[verifier]} onCorrect={onCorrect} />, services);
    await enter('4821');
    await vi.waitFor(() => expect(onCorrect).toHaveBeenCalledOnce(), slowHashMs);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await enter('9999');
      await screen.findByText('暗証番号が違います。', undefined, slowHashMs);
    }
    await press('4');
    expect(await screen.findByText(/秒待ってください/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '決定' })).toBeDisabled();
    expect(container.textContent).not.toContain('9999');
    expect(onCorrect).toHaveBeenCalledOnce();
  });

  it('keeps the wait over a restart, and a clock set back does not lengthen it', async () => {
    const store = factsStore();
    const nowMs = 1_000_000;
    for (let attempt = 0; attempt < 5; attempt += 1) await checkPin('0000', [verifier], store, nowMs);
    expect(await checkPin('4821', [verifier], store, nowMs + 29_999)).toMatchObject({ kind: 'wait' });
    expect(await checkPin('4821', [verifier], store, nowMs - 60_000)).toEqual({ kind: 'correct' });
  });

  it('takes the PIN of any of several people', async () => {
    const other = await makePinVerifier('1357');
    expect(await checkPin('4821', [other, verifier], factsStore(), 0)).toEqual({ kind: 'correct' });
    expect(await checkPin('2468', [other, verifier], factsStore(), 0)).toMatchObject({ kind: 'wrong' });
  });
});
