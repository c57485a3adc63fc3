import { useTranslation } from 'react-i18next';
import { certificateLimitsOf, findBirthDate, isFaceAuthenticationChosen } from '../../../domain/application/draft-facts';
import {
  canChooseFaceAuthentication,
  type CertificateName,
  certificateNames,
  certificateWishes,
  whyNotIssued,
} from '../../../domain/rules/certificate-rule';
import { changeDraft, useSession } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { ToggleCard } from '../../ui/ToggleCard';
import styles from './ChoicesStep.module.css';

/** 電子証明書, both unless declined, and the card without a PIN with what it excludes. */
export function CertificateChoice() {
  const { t } = useTranslation();
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
          <Wish name={name} />
        </div>
      ))}
      <FaceAuthentication />
    </section>
  );
}

function Wish({ name }: { readonly name: CertificateName }) {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate) return null;
  const limits = certificateLimitsOf(draft, opening.day);
  const why = whyNotIssued(name, birthDate, opening.day, limits);
  if (why) return <p className={styles.notIssued}>{t(`choices.notIssued.${why}`)}</p>;
  const setDeclined = (isDeclined: boolean): void => {
    const others = draft.declinedCertificates.filter((declined) => declined !== name);
    changeDraft({ declinedCertificates: isDeclined ? [...others, name] : others });
  };
  return (
    <ChoiceCards
      label={t(`common.certificate.${name}`)}
      isLabelHidden
      columns={2}
      size="small"
      value={certificateWishes(draft.declinedCertificates, birthDate, opening.day, limits)[name]}
      choices={[
        { value: 'issue', label: t('wizard.choices.issue') },
        { value: 'declined', label: t('wizard.choices.decline') },
      ]}
      onChange={(wish) => setDeclined(wish === 'declined')}
    />
  );
}

function FaceAuthentication() {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  if (!draft || !opening || !canChooseFaceAuthentication(opening.day)) return null;
  const isChosen = isFaceAuthenticationChosen(draft, opening.day);
  return (
    <>
      <ToggleCard
        label={t('choices.faceAuthentication.name')}
        hint={t('choices.faceAuthentication.hint')}
        isSelected={isChosen}
        onChange={(isFaceAuthentication) => changeDraft({ isFaceAuthentication })}
      />
      {isChosen ? <Notice tone="attention">{t('choices.faceAuthentication.excludes')}</Notice> : null}
    </>
  );
}
