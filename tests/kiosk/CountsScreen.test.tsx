import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ja } from '../../src/i18n/ja/ja';
import type { Attendant } from '../../src/protocol/configuration';
import { CountsScreen } from '../../src/kiosk/screens/counts/CountsScreen';
import { useSession } from '../../src/kiosk/session/session-store';
import { sampleConfiguration } from '../support/sample-application';
import { press } from './press';
import { showScreen, startSession } from './show-screen';

const attendant: Attendant = { id: 'uketsuke', name: '見本 花子', role: 'attendant', pinVerifier: '$argon2id$attendant' };
const supervisor: Attendant = { id: 'sekinin', name: '見本 一郎', role: 'supervisor', pinVerifier: '$argon2id$supervisor' };

function showCounts(signedIn: Attendant, attendants: Attendant[], checkPin = vi.fn()): typeof checkPin {
  startSession({ attendant: signedIn, place: { kind: 'counts' } }, { ...sampleConfiguration(), attendants });
  showScreen(<CountsScreen />, { countRowsOn: () => Promise.resolve([]), checkPin });
  return checkPin;
}
const saveButton = (): HTMLElement | null => screen.queryByRole('button', { name: ja.counts.save });

describe('the daily counts', () => {
  it('are a supervisor’s, who sees them at once', () => {
    showCounts(supervisor, [attendant, supervisor]);
    expect(saveButton()).toBeInTheDocument();
  });

  it('open to an attendant only with a supervisor’s PIN', async () => {
    const checkPin = showCounts(
      attendant,
      [attendant, supervisor],
      vi.fn().mockResolvedValueOnce({ kind: 'wrong', waitUntilMs: 0 }).mockResolvedValueOnce({ kind: 'correct' }),
    );
    expect(saveButton()).toBeNull();
    await press('1');
    await press(ja.common.action.ok);
    expect(await screen.findByRole('alert')).toHaveTextContent(ja.session.signIn.wrongPin);
    expect(saveButton()).toBeNull();
    await press('1');
    await press(ja.common.action.ok);
    expect(await screen.findByRole('button', { name: ja.counts.save })).toBeInTheDocument();
    expect(checkPin).toHaveBeenCalledWith('1', [supervisor.pinVerifier]);
  });

  it('lead back home when nobody gives one', async () => {
    showCounts(attendant, [attendant, supervisor]);
    await press(ja.common.action.back);
    expect(useSession.getState().place).toEqual({ kind: 'home' });
  });

  it('are everybody’s where no supervisor is named', () => {
    showCounts(attendant, [attendant]);
    expect(saveButton()).toBeInTheDocument();
  });
});
