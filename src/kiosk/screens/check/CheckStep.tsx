import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { type Application, readApplication } from '../../../domain/application/application';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { showIt } from '../../ui/show-it';
import { ApplicationNotices } from '../choices/ApplicationNotices';
import { PhotoPicture } from '../photo/PhotoPicture';
import { WizardFrame } from '../wizard/WizardFrame';
import { CheckRows } from './CheckRows';
import styles from './CheckStep.module.css';
import { FileOffer } from './file/FileOffer';
import { type SealProblem, useSeal } from './use-seal';

/** 確認: one screen the resident can read, every row changeable; then consent and seal. */
export function CheckStep() {
  const { t } = useTranslation();
  const { draft, opening, channel } = useSession();
  const rules = useOfficeRules();
  const [isTurned, setIsTurned] = useState(false);
  const [consentAtMs, setConsentAtMs] = useState<number>();
  const { problem, canSeal, isSealing, seal, sealed, setIsReserved } = useSeal();
  if (!draft || !opening) return null;
  const reading = readApplication(draft, opening.day, rules);
  if (reading.kind !== 'complete') return null;
  const sealWords =
    problem === 'unknown' ? 'common.action.retry' : isSealing && !sealed ? 'wizard.check.sealing' : 'wizard.check.seal';
  return (
    <WizardFrame
      extra={
        channel === 'assisted' ? (
          <ActionButton tone="outline" onPress={() => setIsTurned(!isTurned)}>
            {t(isTurned ? 'wizard.check.showStaff' : 'wizard.check.showResident')}
            <Icon name="rotate" />
          </ActionButton>
        ) : null
      }
      primary={
        <ActionButton
          onPress={() => consentAtMs !== undefined && seal(consentAtMs)}
          isDisabled={consentAtMs === undefined || !canSeal}
        >
          {t(sealWords)}
        </ActionButton>
      }
    >
      <div className={isTurned ? styles.turned : undefined}>
        <div className={styles.check}>
          <CheckPhoto application={reading.application} />
          <div className={styles.content}>
            <h1>{t('wizard.check.title')}</h1>
            <CheckRows application={reading.application} day={opening.day} />
          </div>
        </div>
        <ApplicationNotices kinds={['stayEndsSoon', 'border']} />
        <Consent givenAtMs={consentAtMs} onChange={setConsentAtMs} />
        {problem ? (
          <div key={problem} ref={showIt} className={styles.problem}>
            <SealNotice problem={problem} />
          </div>
        ) : null}
        {sealed ? (
          <div ref={showIt}>
            <FileOffer key={sealed.manifest.digest} sealed={sealed} onReserved={setIsReserved} />
          </div>
        ) : null}
      </div>
    </WizardFrame>
  );
}

function SealNotice({ problem }: { readonly problem: SealProblem }) {
  const { t } = useTranslation();
  const reload = (
    <ActionButton tone="outline" size="small" onPress={() => location.reload()}>
      {t('session.fault.reload')}
    </ActionButton>
  );
  return (
    <Notice tone="error" action={problem === 'slow' || problem === 'unknown' ? reload : undefined}>
      {t(`wizard.check.problem.${problem}`)}
    </Notice>
  );
}

interface ConsentProps {
  readonly givenAtMs: number | undefined;
  readonly onChange: (givenAtMs: number | undefined) => void;
}

function Consent({ givenAtMs, onChange }: ConsentProps) {
  const { t } = useTranslation();
  const channel = useSession((session) => session.channel);
  const isGiven = givenAtMs !== undefined;
  const ask = channel === 'selfService' ? 'wizard.check.consentFirstAlone' : 'wizard.check.consentFirst';
  return (
    <div className={styles.consent}>
      <CheckboxField isSelected={isGiven} onChange={(isNowGiven) => onChange(isNowGiven ? Date.now() : undefined)}>
        <CheckboxButton className={styles.agree}>
          <span className={styles.box}>{isGiven ? <Icon name="check" size={28} /> : null}</span>
          {t('wizard.check.consent')}
        </CheckboxButton>
      </CheckboxField>
      <small>{t(isGiven ? 'wizard.check.note' : ask)}</small>
    </div>
  );
}

function CheckPhoto({ application: { photo } }: { readonly application: Application }) {
  const { t } = useTranslation();
  if (!photo) return <p className={styles.noPhoto}>{t('wizard.check.noPhoto')}</p>;
  return (
    <figure className={styles.photo}>
      <PhotoPicture photo={photo} alt={t('wizard.check.photoAlt')} className={styles.picture} />
      <figcaption>
        <small>{t('wizard.check.photoSize')}</small>
      </figcaption>
    </figure>
  );
}
