import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApplicationId, formatApplicationId } from '../../../domain/form/application-id';
import { forgetApplicationId, useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import styles from './FormStep.module.css';
import { FormScanner } from './FormScanner';
import { ManualApplicationId } from './ManualApplicationId';
import { RosterMatch } from './RosterMatch';
import { WithoutForm } from './WithoutForm';
import { WizardFrame } from './WizardFrame';

/** 用紙: the form's code by camera, which opens at once; by hand in reach. */
export function FormStep() {
  const { t } = useTranslation();
  const applicationId = useSession((session) => session.draft?.applicationId);
  const hasTyped = useSession((session) => session.typedId.first !== '');
  const channel = useSession((session) => session.channel);
  const [isTyping, setIsTyping] = useState(hasTyped);
  if (applicationId) return <FormRead applicationId={applicationId} />;
  return (
    <WizardFrame
      isNextDisabled
      extra={
        <>
          {channel === 'assisted' ? <WithoutForm /> : null}
          <ActionButton tone="outline" onPress={() => setIsTyping(!isTyping)}>
            {t(isTyping ? 'wizard.form.scanInstead' : 'wizard.form.typeInstead')}
          </ActionButton>
        </>
      }
    >
      {isTyping ? <ManualApplicationId /> : <FormScanner />}
    </WizardFrame>
  );
}

function FormRead({ applicationId }: { readonly applicationId: ApplicationId }) {
  const { t } = useTranslation();
  const source = useSession((session) => session.draft?.applicationIdSource);
  return (
    <WizardFrame
      extra={
        <ActionButton tone="outline" onPress={forgetApplicationId}>
          {t('wizard.form.again')}
        </ActionButton>
      }
    >
      <div className={styles.read}>
        <p className={styles.tick} role="status">
          <Icon name="check" size={32} />
          {t(source === 'typed' ? 'wizard.form.typed' : 'wizard.form.read')}
        </p>
        <h1>{t('wizard.form.applicationId')}</h1>
        <p className={styles.id} translate="no">
          {formatApplicationId(applicationId)}
        </p>
        <RosterMatch />
        <small>{t('wizard.form.moved')}</small>
      </div>
    </WizardFrame>
  );
}
