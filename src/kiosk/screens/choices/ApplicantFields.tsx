import { useTranslation } from 'react-i18next';
import { isNameNote, wrongApplicantFields } from '../../../domain/applicant/applicant';
import type { ApplicantEntry } from '../../../domain/applicant/applicant-entry';
import { changeApplicant } from '../../session/change-people';
import { TextEntry } from '../../ui/TextEntry';
import styles from './ChoicesStep.module.css';

/** Whether anything was written, or came from a roster or the family, that these fields show. */
export function hasApplicantFields(applicant: ApplicantEntry): boolean {
  return (Object.keys(applicant) as (keyof ApplicantEntry)[]).some((field) => !isNameNote(field) && applicant[field] !== '');
}

/** Name, address and telephone of the applicant: nobody need write them, since the register has them. */
export function ApplicantFields({ applicant }: { readonly applicant: ApplicantEntry }) {
  const { t } = useTranslation();
  const wrong = wrongApplicantFields(applicant);
  const fieldOf = (field: 'name' | 'kana' | 'phone' | 'postalCode' | 'address') => ({
    label: t(`entry.${field}`),
    value: applicant[field],
    error: wrong.includes(field) ? t(`entry.problem.${field}`) : undefined,
    onChange: (value: string) => changeApplicant({ [field]: value }),
  });
  return (
    <section className={styles.applicant}>
      <h2>{t('choices.applicant.title')}</h2>
      <div className={styles.fields}>
        <TextEntry {...fieldOf('name')} />
        <TextEntry {...fieldOf('kana')} />
        <TextEntry {...fieldOf('postalCode')} inputMode="numeric" />
        <TextEntry {...fieldOf('address')} />
        <TextEntry {...fieldOf('phone')} inputMode="tel" />
      </div>
    </section>
  );
}
