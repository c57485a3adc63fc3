import { useTranslation } from 'react-i18next';
import { ageOn } from '../../../domain/calendar/age';
import type { Day } from '../../../domain/calendar/day';
import { cardValidity } from '../../../domain/rules/card-validity';
import { canHaveCertificate } from '../../../domain/rules/certificate-rule';
import { needsPhoto } from '../../../domain/rules/photo-rule';
import { needsRepresentative } from '../../../domain/rules/representative-rule';
import { monthDayWords } from '../../../i18n/day-words';
import styles from './PersonStep.module.css';

/** What follows from a birth date on the opening's day, so that the attendant can check it by eye. */
export function BirthDateFacts({ birthDate, day }: { readonly birthDate: Day; readonly day: Day }) {
  const { t } = useTranslation();
  const validity = cardValidity(birthDate, day);
  const hasBoth = canHaveCertificate('signature', birthDate, day);
  const hasPhoto = needsPhoto(birthDate, day);
  return (
    <dl className={styles.facts}>
      <dt>{t('wizard.person.age')}</dt>
      <dd>
        {t('wizard.person.ageValue', { age: ageOn(birthDate, day) })}{' '}
        <small>{t('wizard.person.ageOn', { date: monthDayWords(t, day) })}</small>
      </dd>
      <dt>{t('wizard.person.card')}</dt>
      <dd>
        {t('wizard.person.cardValue', validity.until)}{' '}
        <small>{t('wizard.person.cardBirthdays', { count: validity.birthdays })}</small>
      </dd>
      <dt>{t('wizard.person.certificates')}</dt>
      <dd>
        {t(hasBoth ? 'wizard.person.bothCertificates' : 'wizard.person.onlyUserAuthentication')}{' '}
        {hasBoth ? null : <small>{t('wizard.person.signatureFrom15')}</small>}
      </dd>
      <dt>{t('wizard.person.photo')}</dt>
      <dd>
        {t(hasPhoto ? 'wizard.person.photoNeeded' : 'wizard.person.photoNone')}{' '}
        {hasPhoto ? null : <small>{t('wizard.person.photoUnderOne')}</small>}
      </dd>
      {needsRepresentative(birthDate, day) ? (
        <>
          <dt>{t('wizard.person.representative')}</dt>
          <dd>{t('wizard.person.representativeAttends')}</dd>
        </>
      ) : null}
    </dl>
  );
}
