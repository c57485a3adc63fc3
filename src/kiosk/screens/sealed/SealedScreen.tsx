import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { IdleGuard } from '../../session/IdleGuard';
import { leaveApplication, startApplication, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { ResidentBar } from '../self-service/ResidentBar';
import { ClosingEnvelope } from './ClosingEnvelope';
import styles from './SealedScreen.module.css';

const stages = ['today', 'days', 'month'] as const;

interface SealedScreenProps {
  readonly receptionNumber: ReceptionNumber;
  /** The card comes by post, for identity was checked. */
  readonly isMailed: boolean;
  /** Where it lies, if not on the tablet. */
  readonly file: string | undefined;
}

/** The application is in the queue: the number to keep, what happens next, and on to the next person. */
export function SealedScreen({ receptionNumber, isMailed, file }: SealedScreenProps) {
  const { t } = useTranslation();
  const channel = useSession((session) => session.channel);
  const { municipality } = useConfiguration();
  const isAlone = channel === 'selfService';
  return (
    <IdleGuard>
      <Screen
        bar={isAlone ? <ResidentBar /> : <StatusLine />}
        back={
          isAlone ? null : (
            <ActionButton tone="quiet" onPress={leaveApplication}>
              {t('wizard.sealed.finish')}
            </ActionButton>
          )
        }
        primary={
          <ActionButton onPress={isAlone ? leaveApplication : startApplication} autoFocus>
            {t(isAlone ? 'wizard.sealed.finish' : 'session.home.next')}
          </ActionButton>
        }
      >
        <div className={styles.sealed}>
          <div>
            <p className={styles.done} role="status">
              <Icon name="check" size={28} />
              {t('wizard.sealed.done')}
            </p>
            <p className={styles.label}>{t('wizard.sealed.number')}</p>
            <h1 className={styles.number} translate="no">
              {receptionNumber}
            </h1>
            <p>{t('wizard.sealed.keep')}</p>
            {file ? <Notice tone="attention">{t('inFile.sealed', { file })}</Notice> : null}
            <ol className={styles.stages}>
              {stages.map((stage, index) => (
                <li key={stage} className={clsx(styles.stage, index === 0 && styles.reached)}>
                  <strong>{t(`wizard.sealed.${stage}`)}</strong>
                  <small>{t(stage === 'month' && isMailed ? 'identity.sealedMonth' : `wizard.sealed.${stage}Text`)}</small>
                </li>
              ))}
            </ol>
          </div>
          <section className={styles.envelope}>
            <ClosingEnvelope />
            <p>{t('wizard.sealed.envelope')}</p>
            <p>
              <small>{t('wizard.sealed.contact')}</small>
              <br />
              {municipality.contact}
            </p>
            {isAlone ? <p>{t('wizard.sealed.returnDevice')}</p> : null}
          </section>
        </div>
      </Screen>
    </IdleGuard>
  );
}
