import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { receptionNumberOf } from '../../src/domain/submission/reception-number';
import type { ConfirmResult } from '../../src/kiosk/confirm/confirm-application';
import { CheckStep } from '../../src/kiosk/screens/check/CheckStep';
import { changeDraft, leaveApplication, useSession } from '../../src/kiosk/session/session-store';
import { changeStep, goBack } from '../../src/kiosk/session/wizard-moves';
import { sealedSample } from '../queue/sealed-samples';
import { sampleDraft, sampleStationCode } from '../support/sample-application';
import { currentDraft, showScreen, startSession } from './show-screen';

const checking = { kind: 'wizard', step: 'check', cameFromCheck: false } as const;
const seal = (): HTMLElement => screen.getByRole('button', { name: '封をして送る' });

function show(result: ConfirmResult): ReturnType<typeof vi.fn<() => Promise<ConfirmResult>>> {
  const confirm = vi.fn(() => Promise.resolve(result));
  startSession({ draft: sampleDraft(), place: checking });
  showScreen(<CheckStep />, { confirm });
  return confirm;
}

describe('the check screen', () => {
  it('shows every answer, and opens the step of each', async () => {
    show({ kind: 'failed' });
    expect(screen.getByText('987 6543 2109 8765 4321 0987')).toBeInTheDocument();
    expect(screen.getByText(/昭和45年3月21日/)).toBeInTheDocument();
    expect(screen.getByText(/見本 太郎/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '生年月日 直す' }));
    expect(useSession.getState().place).toEqual({ kind: 'wizard', step: 'person', cameFromCheck: true });
  });

  it('seals only with consent, and shows the number only once it is confirmed', async () => {
    const receptionNumber = receptionNumberOf(sampleStationCode, 28);
    const confirm = show({ kind: 'confirmed', receptionNumber });
    expect(seal()).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(seal());
    expect(confirm).toHaveBeenCalledOnce();
    expect(useSession.getState()).toMatchObject({ draft: undefined, place: { kind: 'sealed', receptionNumber } });
  });

  it.each([
    [{ kind: 'storageFull', sealed: sealedSample(28) }, '端末の空き容量が足りず'],
    [{ kind: 'failed' }, '封をできませんでした。入力は残っています。もう一度'],
  ] as const)('keeps the application on screen when sealing ends with %o', async (result, words) => {
    show(result);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(seal());
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(words);
    expect(currentDraft()).toMatchObject({ contactName: '見本 太郎' });
    expect(seal()).toBeEnabled();
  });

  it('lets nothing change or wipe the application while it is being sealed', async () => {
    let finish: (result: ConfirmResult) => void = () => undefined;
    const sealing = new Promise<ConfirmResult>((resolve) => {
      finish = resolve;
    });
    startSession({ draft: sampleDraft(), place: checking });
    showScreen(<CheckStep />, { confirm: () => sealing });
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(seal());
    const before = currentDraft();
    leaveApplication();
    changeStep('person');
    changeDraft({ contactName: '' });
    expect(goBack()).toBe('moved');
    expect(currentDraft()).toBe(before);
    expect(before.photo?.bytes.some((byte) => byte !== 0)).toBe(true);
    expect(useSession.getState().place).toEqual(checking);
    finish({ kind: 'failed' });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    leaveApplication();
    expect(useSession.getState().draft).toBeUndefined();
  });

  it('keeps an application of unknown outcome locked, and offers only to try the same again', async () => {
    const receptionNumber = receptionNumberOf(sampleStationCode, 28);
    const confirm = vi
      .fn<() => Promise<ConfirmResult>>()
      .mockResolvedValueOnce({ kind: 'unknown' })
      .mockResolvedValueOnce({ kind: 'confirmed', receptionNumber });
    startSession({ draft: sampleDraft(), place: checking });
    showScreen(<CheckStep />, { confirm });
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(seal());
    expect(await screen.findByRole('alert')).toHaveTextContent('封ができたか分かりません');
    changeDraft({ contactName: '' });
    leaveApplication();
    expect(currentDraft().contactName).toBe('見本 太郎');
    await userEvent.click(screen.getByRole('button', { name: 'もう一度' }));
    expect(useSession.getState()).toMatchObject({ draft: undefined, place: { kind: 'sealed', receptionNumber } });
  });
});
