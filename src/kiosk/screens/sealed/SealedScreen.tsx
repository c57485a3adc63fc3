import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handingOf, type SlipFacts, slipStages } from '../../../domain/slip/what-comes-next';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { NumberCode } from '../../print/slip/NumberCode';
import { IdleGuard } from '../../session/IdleGuard';
import { leaveApplication, startApplication, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Screen } from '../../ui/Screen';
import { ResidentBar } from '../self-service/ResidentBar';
import { ClosingEnvelope } from './ClosingEnvelope';
import { SlipDialog } from './SlipDialog';
import styles from './SealedScreen.module.css';

interface SealedScreenProps {
  readonly receptionNumber: ReceptionNumber;
  readonly slip: SlipFacts;
}

/** The application is in the queue: the number to keep, what happens next, and on to the next person. */
export function SealedScreen({ receptionNumber, slip }: SealedScreenProps) {
  const { t } = useTranslation();
  const [isSlipOpen, setIsSlipOpen] = useState(false);
  const channel = useSession((session) => session.channel);
  const { municipality, partners } = useConfiguration();
  const goesOn = partners?.find(({ code }) => code === slip.destination) ?? municipality;
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
        actions={
          <ActionButton tone="outline" onPress={() => setIsSlipOpen(true)}>
            {t('slip.open')}
          </ActionButton>
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
            <ComesNext slip={slip} />
          </div>
          <section className={styles.envelope}>
            <ClosingEnvelope />
            <p>{t('wizard.sealed.envelope')}</p>
            <NumberCode number={receptionNumber} label={t('slip.code')} className={styles.code} />
            <small>{t('slip.takePhoto')}</small>
            <p>
              <small>{t('wizard.sealed.contact')}</small>
              <br />
              {goesOn.name} {goesOn.contact}
            </p>
            {isAlone ? <p>{t('wizard.sealed.returnDevice')}</p> : null}
          </section>
        </div>
        {isSlipOpen ? <SlipDialog receptionNumber={receptionNumber} slip={slip} onClose={() => setIsSlipOpen(false)} /> : null}
      </Screen>
    </IdleGuard>
  );
}

/** What happens from today on, by the way in which this card comes. */
function ComesNext({ slip }: { readonly slip: SlipFacts }) {
  const { t } = useTranslation();
  const handing = handingOf(slip.method);
  return (
    <ol className={styles.stages}>
      {slipStages.map((stage, index) => (
        <li key={stage} className={clsx(styles.stage, index === 0 && styles.reached)}>
          <strong>{t(`slip.next.${stage}`)}</strong>
          <small>{t(`slip.text.${stage === 'month' ? handing : stage}`)}</small>
        </li>
      ))}
    </ol>
  );
}
