import { clsx } from 'clsx';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { IdentityReading } from '../../../domain/identity/identity-check';
import { Icon } from '../../ui/Icon';
import styles from './IdentityStanding.module.css';
import { useDocumentWords } from './use-way-words';

/** What is satisfied and what is still missing, always in view, announced as it changes. */
export function IdentityStanding({ reading }: { readonly reading: IdentityReading }) {
  const { t } = useTranslation();
  const documentWords = useDocumentWords(reading.documents);
  return (
    <section
      className={clsx(styles.standing, reading.check && styles.whole)}
      role="status"
      aria-label={t('identity.standing.title')}
    >
      {reading.check ? <strong className={styles.title}>{t('identity.standing.done')}</strong> : null}
      <Line isDone={reading.documents.kind === 'satisfied'} words={documentWords} />
      <Line isDone={reading.conditions.kind === 'proceed'} words={conditionWords(t, reading)} />
      <Line isDone={reading.missingPapers.length === 0} words={paperWords(t, reading)} />
    </section>
  );
}

function Line({ isDone, words }: { readonly isDone: boolean; readonly words: string }) {
  return (
    <p className={clsx(styles.line, isDone ? styles.done : styles.open)}>
      <Icon name={isDone ? 'check' : 'attention'} />
      <span>{words}</span>
    </p>
  );
}

function conditionWords(t: TFunction, { conditions }: IdentityReading): string {
  if (conditions.kind === 'proceed') return t('identity.standing.conditionsDone');
  if (conditions.kind !== 'unanswered') return t('identity.standing.conditionsAgainst');
  return t('identity.standing.conditionsOpen', { count: conditions.conditions.length });
}

function paperWords(t: TFunction, { missingPapers }: IdentityReading): string {
  if (missingPapers.length === 0) return t('identity.standing.papersDone');
  const names = missingPapers.map((paper) => t(`identity.papers.${paper}`));
  return t('identity.standing.papersOpen', { papers: names.join(t('identity.standing.between')) });
}
