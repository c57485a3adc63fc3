import { useTranslation } from 'react-i18next';
import { countBraille, longestBraille, readBraille } from '../../../domain/applicant/braille';
import { changeDraft } from '../../session/session-store';
import { TextEntry } from '../../ui/TextEntry';
import styles from './DetailsStep.module.css';

/** 氏名の点字表記, counted as the form's field counts it: a voiced kana takes two places. */
export function BrailleSection({ braille }: { readonly braille: string }) {
  const { t } = useTranslation();
  const reading = readBraille(braille);
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2>{t('details.braille.title')}</h2>
        <p className={styles.count} role="status">
          {t('details.braille.count', { count: countBraille(braille), most: longestBraille })}
        </p>
      </div>
      <div className={styles.fields}>
        <TextEntry
          label={t('details.braille.label')}
          hint={t('details.braille.hint')}
          value={braille}
          error={reading.kind === 'invalid' ? t(`details.braille.${reading.problem}`) : undefined}
          onChange={(written) => changeDraft({ braille: written })}
        />
      </div>
    </section>
  );
}
