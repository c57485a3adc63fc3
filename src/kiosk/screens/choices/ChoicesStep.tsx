import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { WizardFrame } from '../wizard/WizardFrame';
import { ApplicantFields, hasApplicantFields } from './ApplicantFields';
import { CertificateChoice } from './CertificateChoice';
import { ChoiceNotices } from './ChoiceNotices';
import styles from './ChoicesStep.module.css';
import { ContactEntry } from './ContactEntry';
import { KindChoice } from './KindChoice';
import { MethodChoice } from './MethodChoice';

/** 内容: everything has its usual answer already; one tap goes on. */
export function ChoicesStep() {
  const { t } = useTranslation();
  const applicant = useSession((session) => session.draft?.applicant);
  const [wasTried, setWasTried] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  if (!applicant) return null;
  const isWritten = isWriting || hasApplicantFields(applicant);
  const next = (): void => {
    setWasTried(true);
    goForward();
  };
  return (
    <WizardFrame primary={<ActionButton onPress={next}>{t('common.action.next')}</ActionButton>}>
      <div className={styles.choices}>
        <div className={styles.title}>
          <h1>{t('wizard.choices.title')}</h1>
          <ChoiceNotices />
        </div>
        <div className={styles.column}>
          <MethodChoice />
          <KindChoice isDemanded={wasTried} />
        </div>
        <div className={styles.column}>
          <CertificateChoice />
          <ContactEntry isDemanded={wasTried} />
          {isWritten ? null : (
            <ActionButton tone="outline" size="small" onPress={() => setIsWriting(true)}>
              {t('choices.applicant.open')}
            </ActionButton>
          )}
        </div>
        {isWritten ? <ApplicantFields applicant={applicant} isAskedFor={isWriting} /> : null}
      </div>
    </WizardFrame>
  );
}
