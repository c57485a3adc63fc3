import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { WizardFrame } from '../wizard/WizardFrame';
import { CertificateChoice } from './CertificateChoice';
import { ChoiceNotices } from './ChoiceNotices';
import styles from './ChoicesStep.module.css';
import { ContactEntry } from './ContactEntry';
import { KindChoice } from './KindChoice';
import { MethodChoice } from './MethodChoice';

/** 内容: everything has its usual answer already; one tap goes on. */
export function ChoicesStep() {
  const { t } = useTranslation();
  const hasDraft = useSession((session) => session.draft !== undefined);
  const [wasTried, setWasTried] = useState(false);
  if (!hasDraft) return null;
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
        </div>
      </div>
    </WizardFrame>
  );
}
