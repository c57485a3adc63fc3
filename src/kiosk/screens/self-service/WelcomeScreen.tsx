import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PinEntry } from '../../pin/PinEntry';
import { startApplication, takeBackFromResident, useSession } from '../../session/session-store';
import { isWorkStopped, useConfiguration, useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { ResidentBar } from './ResidentBar';
import styles from './WelcomeScreen.module.css';

/** What a resident sees when handed the tablet: one start, and no way to staff functions but a PIN. */
export function WelcomeScreen() {
  const { t } = useTranslation();
  const { attendants, municipality } = useConfiguration();
  const handedOverBy = useSession((session) => session.attendant?.id);
  const mayTakeBack = attendants.filter(({ id, role }) => id === handedOverBy || role === 'supervisor');
  const isStopped = useTablet(isWorkStopped);
  const [isTakingBack, setIsTakingBack] = useState(false);
  if (isTakingBack) {
    return (
      <Screen
        bar={<strong>{municipality.name}</strong>}
        back={
          <ActionButton tone="quiet" onPress={() => setIsTakingBack(false)}>
            <Icon name="back" />
            {t('common.action.back')}
          </ActionButton>
        }
      >
        <PinEntry
          label={t('selfService.staffPin')}
          verifiers={mayTakeBack.map((attendant) => attendant.pinVerifier)}
          onCorrect={takeBackFromResident}
        />
      </Screen>
    );
  }
  return (
    <Screen
      layout="centre"
      bar={<ResidentBar />}
      back={
        <ActionButton tone="quiet" size="small" onPress={() => setIsTakingBack(true)}>
          {t('selfService.welcome.staff')}
        </ActionButton>
      }
      primary={
        <ActionButton onPress={startApplication} isDisabled={isStopped}>
          {t('selfService.welcome.start')}
        </ActionButton>
      }
    >
      <div className={styles.welcome}>
        <h1>{t('selfService.welcome.title')}</h1>
        <p>{t('selfService.welcome.lead')}</p>
        {isStopped ? <Notice tone="attention">{t('selfService.welcome.stopped')}</Notice> : null}
        <section className={styles.need}>
          <h2>{t('selfService.welcome.need')}</h2>
          <p>{t('selfService.welcome.form')}</p>
          <p>{t('selfService.welcome.time')}</p>
        </section>
      </div>
    </Screen>
  );
}
