import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestContactName, readMail } from '../../../domain/application/contact';
import { findBirthDate, kindReasonOf } from '../../../domain/application/draft-facts';
import { kindReasons, kinds } from '../../../domain/campaign/kind';
import { offeredMethods } from '../../../domain/application/steps';
import { type CertificateName, certificateNames, certificateWishes } from '../../../domain/rules/certificate-rule';
import { changeDraft, useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { TextEntry } from '../../ui/TextEntry';
import styles from './ChoicesStep.module.css';
import { WizardFrame } from './WizardFrame';

/** 内容: everything has its usual answer already; one tap goes on. */
export function ChoicesStep() {
  const { t } = useTranslation();
  const draft = useSession((session) => session.draft);
  const channel = useSession((session) => session.channel);
  const [wasTried, setWasTried] = useState(false);
  if (!draft) return null;
  const isMailWrong = readMail(draft.contactMail).kind === 'invalid';
  const next = (): void => {
    setWasTried(true);
    goForward();
  };
  return (
    <WizardFrame primary={<ActionButton onPress={next}>{t('common.action.next')}</ActionButton>}>
      <div className={styles.choices}>
        <h1 className={styles.title}>{t('wizard.choices.title')}</h1>
        <div className={styles.column}>
          <ChoiceCards
            label={t('wizard.choices.method')}
            columns={2}
            value={draft.method}
            choices={offeredMethods(channel).map((value) => ({
              value,
              label: t(`common.method.${value}`),
              hint: t(`common.methodHint.${value}`),
            }))}
            onChange={(method) => changeDraft({ method })}
          />
          <ChoiceCards
            label={t('wizard.choices.kind')}
            value={draft.kind}
            choices={kinds.map((value) => ({ value, label: t(`common.kind.${value}`), hint: t(`common.kindHint.${value}`) }))}
            onChange={(kind) => changeDraft({ kind })}
          />
          <KindReasonChoice isDemanded={wasTried} />
          <Certificates />
        </div>
        <section className={styles.column}>
          <h2>{t('wizard.choices.contact')}</h2>
          <TextEntry
            label={t('wizard.choices.name')}
            value={draft.contactName}
            maxLength={longestContactName}
            onChange={(contactName) => changeDraft({ contactName })}
          />
          <TextEntry
            label={t('wizard.choices.mail')}
            hint={t('wizard.choices.mailHint')}
            inputMode="email"
            value={draft.contactMail}
            error={wasTried && isMailWrong ? t('wizard.choices.mailInvalid') : undefined}
            onChange={(contactMail) => changeDraft({ contactMail })}
          />
        </section>
      </div>
    </WizardFrame>
  );
}

/** Why an existing card is made anew; a first issue has no reason. */
function KindReasonChoice({ isDemanded }: { readonly isDemanded: boolean }) {
  const { t } = useTranslation();
  const draft = useSession((session) => session.draft);
  if (!draft || kindReasons[draft.kind].length === 0) return null;
  const reason = kindReasonOf(draft);
  return (
    <>
      <ChoiceCards
        label={t('wizard.choices.kindReason')}
        columns={2}
        value={reason ?? null}
        choices={kindReasons[draft.kind].map((value) => ({ value, label: t(`wizard.kindReason.${value}`) }))}
        onChange={(kindReason) => changeDraft({ kindReason })}
      />
      {isDemanded && !reason ? <Notice tone="attention">{t('wizard.choices.kindReasonNeeded')}</Notice> : null}
    </>
  );
}

function Certificates() {
  const { t } = useTranslation();
  const draft = useSession((session) => session.draft);
  const opening = useSession((session) => session.opening);
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate) return null;
  const wishes = certificateWishes(draft.declinedCertificates, birthDate, opening.day);
  const setDeclined = (name: CertificateName, isDeclined: boolean): void => {
    const others = draft.declinedCertificates.filter((declined) => declined !== name);
    changeDraft({ declinedCertificates: isDeclined ? [...others, name] : others });
  };
  return (
    <section className={styles.certificates}>
      <p className={styles.label}>
        {t('wizard.choices.certificates')} <small>{t('wizard.choices.certificatesHint')}</small>
      </p>
      {certificateNames.map((name) => (
        <div key={name} className={styles.certificate}>
          <p>
            <strong>{t(`common.certificate.${name}`)}</strong> <small>{t(`wizard.choices.${name}Hint`)}</small>
          </p>
          {wishes[name] === 'notIssued' ? (
            <p className={styles.notIssued}>{t('wizard.choices.notIssued')}</p>
          ) : (
            <ChoiceCards
              label={t(`common.certificate.${name}`)}
              isLabelHidden
              columns={2}
              value={wishes[name]}
              choices={[
                { value: 'issue', label: t('wizard.choices.issue') },
                { value: 'declined', label: t('wizard.choices.decline') },
              ]}
              onChange={(wish) => setDeclined(name, wish === 'declined')}
            />
          )}
        </div>
      ))}
    </section>
  );
}
