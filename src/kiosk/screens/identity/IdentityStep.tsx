import { useTranslation } from 'react-i18next';
import { touchpointDefaults } from '../../../domain/campaign/touchpoint';
import { changeDraft, useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { WizardFrame } from '../wizard/WizardFrame';
import { ConditionQuestions } from './ConditionQuestions';
import { DocumentToggles } from './DocumentToggles';
import { IdentityStanding } from './IdentityStanding';
import styles from './IdentityStep.module.css';
import { PaperToggles } from './PaperToggles';
import { useIdentity } from './use-identity';

/** 本人確認, where the card is mailed: what was shown, what is handed in, what is asked; what is missing stays in view. */
export function IdentityStep() {
  const { t } = useTranslation();
  const opening = useSession((session) => session.opening);
  const identity = useIdentity();
  if (!identity || !opening) return null;
  const canSwitch = !identity.reading.check && identity.reading.conditions.kind !== 'otherWay';
  const isLicenceGone = touchpointDefaults[opening.touchpoint].hints.includes('licenceGone');
  return (
    <WizardFrame
      isNextDisabled={!identity.reading.check}
      extra={
        canSwitch ? (
          <ActionButton tone="outline" size="small" onPress={collectAtOffice}>
            {t('identity.switchMethod')}
          </ActionButton>
        ) : null
      }
    >
      <div className={styles.identity}>
        <div className={styles.head}>
          <h1>{t('identity.title')}</h1>
          <small>{t('identity.lead')}</small>
        </div>
        <IdentityStanding reading={identity.reading} />
        <div className={styles.documents}>
          {isLicenceGone ? <Notice tone="attention">{t('choices.hint.licenceGone')}</Notice> : null}
          <DocumentToggles entry={identity.entry} rules={identity.rules} />
        </div>
        <div className={styles.side}>
          <ConditionQuestions answers={identity.entry.answers} reading={identity.reading.conditions} onSwitch={collectAtOffice} />
          <PaperToggles {...identity} />
        </div>
      </div>
    </WizardFrame>
  );
}

/** 交付時来庁: what was tapped here stays, so that the method can be changed back. */
function collectAtOffice(): void {
  changeDraft({ method: 'collectAtOffice' });
  goForward();
}
