import { useTranslation } from 'react-i18next';
import { PinEntry } from '../../pin/PinEntry';
import { signOut, unlock, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useRefusedCount, useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
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
        <MayBeClosed />
      </PinEntry>
    </Screen>
  );
}

/** Whoever packs up wants to know whether the tablet may be switched off now. Nothing waiting is ever lost by it. */
function MayBeClosed() {
  const { t } = useTranslation();
  const waiting = useTablet(({ figures, voids }) => figures.waiting + voids.waiting);
  const refused = useRefusedCount();
  const phase = useTablet((tablet) => tablet.delivery.phase);
  if (waiting === 0 && refused > 0) return <Notice tone="attention">{t('session.lock.refused', { count: refused })}</Notice>;
  if (waiting === 0) return <Notice tone="done">{t('session.lock.allSent')}</Notice>;
  if (phase === 'sending') return <Notice tone="info">{t('session.lock.sending', { count: waiting })}</Notice>;
  return <Notice tone="attention">{t('session.lock.waiting', { count: waiting })}</Notice>;
}
