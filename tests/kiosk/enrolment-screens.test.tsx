import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ja } from '../../src/i18n/ja/ja';
import { EnrolScreen } from '../../src/kiosk/screens/enrolment/EnrolScreen';
import { PendingScreen } from '../../src/kiosk/screens/enrolment/PendingScreen';
import type { EnrolProblem, RefreshOutcome } from '../../src/kiosk/tablet/tablet-services';
import { press } from './press';
import { showScreen } from './show-screen';

const problems: readonly EnrolProblem[] = [
  'codeUnknown',
  'codeUsed',
  'codeExpired',
  'tooManyAttempts',
  'keyMismatch',
  'notOurServer',
];

describe('enrolment', () => {
  it.each(problems)('says what is wrong and keeps the code: %s', async (problem) => {
    const enrol = vi.fn(() => Promise.resolve(problem));
    showScreen(<EnrolScreen />, { enrol });
    await press(ja.enrolment.typeInstead);
    await userEvent.type(screen.getByLabelText(ja.enrolment.code), 'ABCD-EFGH-JKMN-PQRS');
    await press(ja.enrolment.submit);
    expect(await screen.findByRole('alert')).toHaveTextContent(ja.enrolment.problem[problem]);
    expect(enrol).toHaveBeenCalledExactlyOnceWith('ABCD-EFGH-JKMN-PQRS');
    expect(screen.getByLabelText(ja.enrolment.code)).toHaveValue('ABCD-EFGH-JKMN-PQRS');
  });

  const standing = { ...ja.station, unreachable: ja.enrolment.problem.unreachable };

  it.each(['altered', 'revoked', 'unreachable'] as const satisfies readonly RefreshOutcome[])(
    'says so while it waits when the configuration is %s',
    async (outcome) => {
      showScreen(<PendingScreen />, { refreshConfiguration: () => Promise.resolve(outcome) });
      expect(await screen.findByRole('alert')).toHaveTextContent(standing[outcome]);
    },
  );
});
