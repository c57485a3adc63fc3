import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isNameNote, wrongApplicantFields } from '../../../domain/applicant/applicant';
import type { ApplicantEntry } from '../../../domain/applicant/applicant-entry';
import { AddressEntry } from '../../entries/AddressEntry';
import { NameEntry } from '../../entries/NameEntry';
import { PhoneEntry } from '../../entries/PhoneEntry';
import { changeApplicant } from '../../session/change-people';
import styles from './ChoicesStep.module.css';

/** Whether anything was written, or came from a roster or the family, that these fields show. */
export function hasApplicantFields(applicant: ApplicantEntry): boolean {
  return (Object.keys(applicant) as (keyof ApplicantEntry)[]).some((field) => !isNameNote(field) && applicant[field] !== '');
}

interface ApplicantFieldsProps {
  readonly applicant: ApplicantEntry;
  /** Whether somebody has just asked for them: the first field then has the focus, and is in sight. */
  readonly isAskedFor: boolean;
}

/** Name, address and telephone of the applicant: nobody need write them, since the register has them. */
export function ApplicantFields({ applicant, isAskedFor }: ApplicantFieldsProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAskedFor) section.current?.querySelector('input')?.focus();
  }, [isAskedFor]);
  const wrong = wrongApplicantFields(applicant);
  const problemOf = (field: 'name' | 'kana' | 'address'): string | undefined =>
    wrong.includes(field) ? t(`entry.problem.${field}`) : undefined;
  return (
    <section ref={section} className={styles.applicant}>
      <h2>{t('choices.applicant.title')}</h2>
      <div className={styles.fields}>
        <div className={styles.contact}>
          <NameEntry
            value={applicant}
            onChange={changeApplicant}
            problems={{ name: problemOf('name'), kana: problemOf('kana') }}
          />
          <PhoneEntry value={applicant.phone} onChange={(phone) => changeApplicant({ phone })} />
        </div>
        <AddressEntry value={applicant} onChange={changeApplicant} addressProblem={problemOf('address')} />
      </div>
    </section>
  );
}
