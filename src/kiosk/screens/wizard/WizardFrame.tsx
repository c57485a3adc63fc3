import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveMember } from '../../session/family';
import { useSession } from '../../session/session-store';
import { goBack, goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { Icon } from '../../ui/Icon';
import { Screen } from '../../ui/Screen';
import { FamilyBar } from '../../family/FamilyBar';
import { StepTrail } from './StepTrail';

interface WizardFrameProps {
  readonly children: ReactNode;
  /** Secondary actions of this step. */
  readonly extra?: ReactNode;
  /** The one primary action; 次へ unless the step says otherwise. */
  readonly primary?: ReactNode;
  readonly isNextDisabled?: boolean;
}

/** The frame of every step: trail above, back left, leaving asked for, the way on right. */
export function WizardFrame({ children, extra, primary, isNextDisabled = false }: WizardFrameProps) {
  const { t } = useTranslation();
  const [isLeaving, setIsLeaving] = useState(false);
  const hasInput = useSession(({ draft, typedId, shots }) =>
    Boolean(draft?.applicationId ?? (draft?.birthDigits || typedId.first || shots.length > 0)),
  );
  const back = (): void => {
    if (goBack() === 'moved') return;
    if (hasInput) setIsLeaving(true);
    else leaveMember();
  };
  return (
    <Screen
      bar={
        <>
          <StepTrail />
          <FamilyBar />
        </>
      }
      back={
        <>
          <ActionButton tone="quiet" onPress={back}>
            <Icon name="back" />
            {t('common.action.back')}
          </ActionButton>
          <ActionButton tone="quiet" onPress={() => (hasInput ? setIsLeaving(true) : leaveMember())}>
            {t('common.action.cancel')}
          </ActionButton>
        </>
      }
      actions={extra}
      primary={
        primary ?? (
          <ActionButton onPress={goForward} isDisabled={isNextDisabled}>
            {t('common.action.next')}
          </ActionButton>
        )
      }
    >
      {children}
      {isLeaving ? <LeaveQuestion onStay={() => setIsLeaving(false)} /> : null}
    </Screen>
  );
}

function LeaveQuestion({ onStay }: { readonly onStay: () => void }) {
  const { t } = useTranslation();
  return (
    <AskDialog
      title={t('session.leave.title')}
      role="alertdialog"
      onDismiss={onStay}
      actions={
        <>
          <ActionButton tone="danger" size="small" onPress={leaveMember}>
            {t('session.leave.leave')}
          </ActionButton>
          <ActionButton size="small" onPress={onStay} autoFocus>
            {t('session.leave.stay')}
          </ActionButton>
        </>
      }
    >
      <p>{t('session.leave.lead')}</p>
    </AskDialog>
  );
}
