import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PinEntry } from '../../src/kiosk/pin/PinEntry';
import { makePinVerifier } from '../../src/sealing/pin';
import { press } from './press';
import { showScreen } from './show-screen';

const enter = (pin: string): Promise<void> => press(...pin, '決定');
const slowHashMs = { timeout: 20_000 };

describe('the PIN', () => {
  let verifier: string;
  beforeAll(async () => {
    verifier = await makePinVerifier('4821');
  });

  it('lets in with the right digits only, never shows them, and slows down guessing', async () => {
    const onCorrect = vi.fn();
    const { container } = showScreen(<PinEntry label="PIN" verifiers={[verifier]} onCorrect={onCorrect} />);
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
});
