import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { PersonStep } from '../../src/kiosk/screens/wizard/PersonStep';
import { press } from './press';
import { currentDraft, showScreen, startSession } from './show-screen';

const next = (): HTMLElement => screen.getByRole('button', { name: '次へ' });

describe('the birth date', () => {
  beforeEach(() => {
    startSession({ place: { kind: 'wizard', step: 'person', cameFromCheck: false } });
    showScreen(<PersonStep />);
  });

  it('completes itself and shows at once what follows from it', async () => {
    expect(next()).toBeDisabled();
    await press('4', '5', '3', '2', '1');
    expect(screen.getByText('満56歳')).toBeInTheDocument();
    expect(screen.getByText('署名用・利用者証明用')).toBeInTheDocument();
    expect(next()).toBeEnabled();
  });

  it('says that an infant has no photo, and that a representative attends', async () => {
    await userEvent.click(screen.getByRole('radio', { name: '令和' }));
    await press('8', '5', '5');
    expect(screen.getByText('1歳になるまでカードに写真はつきません')).toBeInTheDocument();
    expect(screen.getByText('同席が必要')).toBeInTheDocument();
    expect(screen.getByText('利用者証明用だけ')).toBeInTheDocument();
  });

  it('names a date the calendar or the era does not have, and keeps what was typed', async () => {
    await press('6', '4', '0', '2', '3', '0');
    expect(screen.getByRole('alert')).toHaveTextContent('この日付は暦にありません。');
    expect(currentDraft().birthDigits).toBe('640230');
    expect(next()).toBeDisabled();
  });

  it('erases one digit and all', async () => {
    await press('4', '5', '消す');
    expect(currentDraft().birthDigits).toBe('4');
    await press('全部消す');
    expect(currentDraft().birthDigits).toBe('');
  });
});
