import { useTranslation } from 'react-i18next';
import { PinEntry } from '../../pin/PinEntry';
import { signOut, unlock, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { ActionButton } from '../../ui/ActionButton';
import { Screen } from '../../ui/Screen';

/** The tablet set aside: delivery goes on, nothing else does until the attendant is back. */
export function LockScreen() {
  const { t } = useTranslation();
  const attendant = useSession((session) => session.attendant);
  if (!attendant) return null;
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={signOut}>
          {t('session.lock.other')}
        </ActionButton>
      }
    >
      <PinEntry label={t('session.lock.lead', { name: attendant.name })} verifiers={[attendant.pinVerifier]} onCorrect={unlock}>
        <h1>{t('session.lock.title')}</h1>
      </PinEntry>
    </Screen>
  );
}
