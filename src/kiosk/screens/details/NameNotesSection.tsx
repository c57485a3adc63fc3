import { useTranslation } from 'react-i18next';
import type { ApplicantEntry } from '../../../domain/applicant/applicant-entry';
import { longestTexts, readText } from '../../../domain/applicant/written-text';
import { changeApplicant } from '../../session/change-people';
import { TextEntry } from '../../ui/TextEntry';
import styles from './DetailsStep.module.css';

/** 旧氏 and 通称: notes for whoever files, because the card shows them. What the register says counts. */
export function NameNotesSection({ applicant }: { readonly applicant: ApplicantEntry }) {
  const { t } = useTranslation();
  const fields = ['formerName', 'alias'] as const;
  return (
    <section className={styles.section}>
      <h2>{t('details.nameNotes.title')}</h2>
      <div className={styles.fields}>
        {fields.map((field) => {
          const reading = readText(applicant[field], longestTexts.name);
          return (
            <TextEntry
              key={field}
              label={t(`details.nameNotes.${field}`)}
              hint={t(`details.nameNotes.${field}Hint`)}
              value={applicant[field]}
              error={reading.kind === 'invalid' ? t(`entry.problem.${reading.problem}`) : undefined}
              onChange={(value) => changeApplicant({ [field]: value })}
            />
          );
        })}
      </div>
    </section>
  );
}
