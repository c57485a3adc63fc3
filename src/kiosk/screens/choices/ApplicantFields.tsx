import { useTranslation } from 'react-i18next';
import { isNameNote, wrongApplicantFields } from '../../../domain/applicant/applicant';
import type { ApplicantEntry } from '../../../domain/applicant/applicant-entry';
import { AddressEntry } from '../../entries/AddressEntry';
import { NameEntry } from '../../entries/NameEntry';
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
  const problemOf = (field: 'name' | 'kana' | 'phone' | 'address'): string | undefined =>
    wrong.includes(field) ? t(`entry.problem.${field}`) : undefined;
  return (
    <section className={styles.applicant}>
      <h2>{t('choices.applicant.title')}</h2>
      <div className={styles.fields}>
        <div className={styles.contact}>
          <NameEntry
            value={applicant}
            onChange={changeApplicant}
            problems={{ name: problemOf('name'), kana: problemOf('kana') }}
          />
        </div>
        <div className={styles.contact}>
          <AddressEntry value={applicant} onChange={changeApplicant} addressProblem={problemOf('address')} />
          <TextEntry
            label={t('entry.phone')}
            value={applicant.phone}
            error={problemOf('phone')}
            onChange={(phone) => changeApplicant({ phone })}
            inputMode="tel"
          />
        </div>
      </div>
    </section>
  );
}
