import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../i18n/day-words';
import { type RefreshOutcome, useServices } from '../../tablet/tablet-services';
import { useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import styles from './EnrolScreen.module.css';

const askEveryMs = 3000;

/** Shows the six digits to compare, and asks until the administrator has confirmed them. */
export function PendingScreen() {
  const { t } = useTranslation();
  const { enrolAgain } = useServices();
  const fingerprint = useTablet((tablet) => tablet.station?.fingerprint ?? '');
  const { outcome, askedAtMs } = useConfirmation();
  return (
    <Screen
      layout="centre"
      bar={<strong>{t('common.product')}</strong>}
      back={
        <ActionButton tone="quiet" onPress={enrolAgain}>
          {t('station.enrolAgain')}
        </ActionButton>
      }
    >
      <h1>{t('enrolment.pending.title')}</h1>
      <p>{t('enrolment.pending.lead')}</p>
      <p className={styles.fingerprint} aria-label={t('enrolment.pending.fingerprint')}>
        {fingerprint.slice(0, 3)} {fingerprint.slice(3)}
      </p>
      <Standing outcome={outcome} />
      {askedAtMs === undefined ? null : <small>{t('enrolment.pending.lastTry', { time: timeWords(askedAtMs) })}</small>}
    </Screen>
  );
}

function Standing({ outcome }: { readonly outcome: RefreshOutcome | undefined }) {
  const { t } = useTranslation();
  if (outcome === 'altered' || outcome === 'revoked') return <Notice tone="error">{t(`station.${outcome}`)}</Notice>;
  if (outcome === 'unreachable') return <Notice tone="attention">{t('enrolment.problem.unreachable')}</Notice>;
  return <p>{t('enrolment.pending.wait')}</p>;
}

function useConfirmation(): { outcome: RefreshOutcome | undefined; askedAtMs: number | undefined } {
  const { refreshConfiguration } = useServices();
  const [answer, setAnswer] = useState<{ outcome: RefreshOutcome; askedAtMs: number }>();
  useEffect(() => {
    const ask = (): void => {
      void refreshConfiguration().then((outcome) => setAnswer({ outcome, askedAtMs: Date.now() }));
    };
    ask();
    const timer = setInterval(ask, askEveryMs);
    return () => clearInterval(timer);
  }, [refreshConfiguration]);
  return { outcome: answer?.outcome, askedAtMs: answer?.askedAtMs };
}
