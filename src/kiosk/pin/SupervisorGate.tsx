import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session-store';
import { StatusLine } from '../status/StatusLine';
import { useConfiguration } from '../tablet/tablet-store';
import { ActionButton } from '../ui/ActionButton';
import { Icon } from '../ui/Icon';
import { Screen } from '../ui/Screen';
import { PinEntry } from './PinEntry';

interface SupervisorGateProps {
  /** What is kept for a supervisor, as the heading above the pad. */
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/**
 * Shows what is a supervisor's: at once to one who is signed in, to anybody else once a supervisor has given a PIN, and
 * only until the screen is left. Where the configuration names no supervisor there is nobody to ask, and all may see it.
 */
export function SupervisorGate({ title, onBack, children }: SupervisorGateProps) {
  const { t } = useTranslation();
  const { attendants } = useConfiguration();
  const role = useSession((session) => session.attendant?.role);
  const [isOpened, setIsOpened] = useState(false);
  const supervisors = attendants.filter((attendant) => attendant.role === 'supervisor');
  if (isOpened || role === 'supervisor' || supervisors.length === 0) return children;
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={onBack}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
    >
      <PinEntry
        label={t('counts.supervisorPin')}
        verifiers={supervisors.map(({ pinVerifier }) => pinVerifier)}
        onCorrect={() => setIsOpened(true)}
      >
        <h1>{title}</h1>
        <p>{t('counts.supervisorLead')}</p>
      </PinEntry>
    </Screen>
  );
}
