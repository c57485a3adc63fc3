import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handingOf, type SlipFacts, slipStages, thingsToBring } from '../../../domain/slip/what-comes-next';
import { contactOf } from '../../../domain/campaign/municipality';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { FamilyBar } from '../../family/FamilyBar';
import { NextOfFamily, NextPerson } from '../../family/FamilyNext';
import { NumberCode } from '../../print/slip/NumberCode';
import { IdleGuard } from '../../session/IdleGuard';
import { familySize } from '../../session/family-members';
import { leaveApplication, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { ResidentBar } from '../self-service/ResidentBar';
import { ClosingEnvelope } from './ClosingEnvelope';
import { SlipDialog } from './SlipDialog';
import styles from './SealedScreen.module.css';

interface SealedScreenProps {
  readonly receptionNumber: ReceptionNumber;
  readonly slip: SlipFacts;
  /** Where it lies, if not on the tablet. */
  readonly file?: string | undefined;
}

/** The application is in the queue: the number to keep, what happens next, and on to the next person. */
export function SealedScreen({ receptionNumber, slip, file }: SealedScreenProps) {
  const { t } = useTranslation();
  const [isSlipOpen, setIsSlipOpen] = useState(false);
  const channel = useSession((session) => session.channel);
  const isFamily = useSession(({ family }) => familySize(family) > 1);
  const isSomebodyWaiting = useSession(({ family }) => family.waiting.length > 0);
  const { municipality, partners } = useConfiguration();
  const goesOn = partners?.find(({ code }) => code === slip.destination) ?? municipality;
  const isAlone = channel === 'selfService';
  return (
    <IdleGuard>
      <Screen
        bar={
          isAlone ? (
            <ResidentBar />
          ) : (
            <>
              <StatusLine />
              {isFamily ? <FamilyBar /> : null}
            </>
          )
        }
        back={
          isAlone ? (
            <p>{t('wizard.sealed.returnDevice')}</p>
          ) : isSomebodyWaiting ? null : (
            <ActionButton tone="quiet" onPress={leaveApplication}>
              {t('wizard.sealed.finish')}
            </ActionButton>
          )
        }
        actions={
          <>
            {isAlone ? null : <NextOfFamily />}
            <ActionButton tone="outline" onPress={() => setIsSlipOpen(true)}>
              {t('slip.open')}
            </ActionButton>
          </>
        }
        primary={
          isAlone ? (
            <ActionButton onPress={leaveApplication} autoFocus>
              {t('wizard.sealed.finish')}
            </ActionButton>
          ) : (
            <NextPerson />
          )
        }
      >
        {file ? <Notice tone="attention">{t('inFile.sealed', { file })}</Notice> : null}
        <div className={styles.sealed}>
          <Confirmed receptionNumber={receptionNumber} municipality={goesOn.name} />
          <section className={styles.card}>
            <NumberCode number={receptionNumber} label={t('slip.code')} className={styles.code} />
            <small>{t('slip.takePhoto')}</small>
          </section>
          <ComesNext slip={slip} municipality={goesOn.name} />
          <ToBring slip={slip} contact={contactOf(goesOn)} />
        </div>
        {isSlipOpen ? <SlipDialog receptionNumber={receptionNumber} slip={slip} onClose={() => setIsSlipOpen(false)} /> : null}
      </Screen>
    </IdleGuard>
  );
}

interface ConfirmedProps {
  readonly receptionNumber: ReceptionNumber;
  /** The one that goes on with it, and alone can open it. */
  readonly municipality: string;
}

/** The application is an envelope now, and this is its number. */
function Confirmed({ receptionNumber, municipality }: ConfirmedProps) {
  const { t } = useTranslation();
  return (
    <section>
      <div className={styles.closed}>
        <ClosingEnvelope />
        <p role="status">
          <strong className={styles.done}>{t('wizard.sealed.done')}</strong>
          <small>{t('wizard.sealed.envelope', { municipality })}</small>
        </p>
      </div>
      <p className={styles.label}>{t('wizard.sealed.number')}</p>
      <h1 className={styles.number} translate="no">
        {receptionNumber}
      </h1>
      <p>{t('wizard.sealed.keep')}</p>
    </section>
  );
}

/** What happens from today on, by the way in which this card comes. */
function ComesNext({ slip, municipality }: { readonly slip: SlipFacts; readonly municipality: string }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.stages}>
      {slipStages.map((stage, index) => (
        <li key={stage} className={clsx(styles.stage, index === 0 && styles.reached)}>
          <strong>{t(`slip.next.${stage}`)}</strong>
          <small>{t(`slip.text.${stage === 'month' ? handingOf(slip.method) : stage}`, { municipality })}</small>
        </li>
      ))}
    </ol>
  );
}

function ToBring({ slip, contact }: { readonly slip: SlipFacts; readonly contact: string }) {
  const { t } = useTranslation();
  return (
    <section className={styles.bring}>
      <strong>{t(`slip.bringTitle.${handingOf(slip.method)}`)}</strong>
      <ul>
        {thingsToBring(slip).map((item) => (
          <li key={item}>{t(`slip.bring.${item}`)}</li>
        ))}
      </ul>
      <p className={styles.contact}>
        <small>{t('slip.contact')}</small> {contact}
      </p>
    </section>
  );
}
