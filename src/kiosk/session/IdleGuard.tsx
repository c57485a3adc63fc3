import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguration } from '../tablet/tablet-store';
import { ActionButton } from '../ui/ActionButton';
import { AskDialog } from '../ui/AskDialog';
import { useIdleCountdown } from './idle-countdown';
import { leaveApplication } from './session-store';

/** Watches over an application that is left alone: a visible countdown, then it is wiped. */
export function IdleGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { kiosk } = useConfiguration();
  const limits = { idleSeconds: kiosk.idleSeconds, warningSeconds: kiosk.idleWarningSeconds };
  const secondsLeft = useIdleCountdown(limits, leaveApplication);
  return (
    <>
      {children}
      {secondsLeft === undefined ? null : (
        <AskDialog
          title={t('session.idle.title')}
          role="alertdialog"
          // Any touch counts as being here, and closes this within a moment.
          onDismiss={() => undefined}
          actions={
            <>
              <ActionButton tone="danger" size="small" onPress={leaveApplication}>
                {t('session.idle.leave')}
              </ActionButton>
              <ActionButton size="small" onPress={() => undefined} autoFocus>
                {t('session.idle.stay')}
              </ActionButton>
            </>
          }
        >
          <p role="timer">{t('session.idle.lead', { seconds: secondsLeft })}</p>
        </AskDialog>
      )}
    </>
  );
}
