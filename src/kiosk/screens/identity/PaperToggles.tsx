import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityRules } from '../../../domain/identity/identity-check';
import type { IdentityEntry } from '../../../domain/identity/identity-entry';
import { neededPapers, paperGroups, papers } from '../../../domain/identity/papers';
import { ToggleCard } from '../../ui/ToggleCard';
import { setPaper } from './change-identity';
import styles from './IdentityStep.module.css';

interface PaperTogglesProps {
  readonly entry: IdentityEntry;
  readonly rules: IdentityRules;
  readonly isFaceAuthentication: boolean;
}

/** What is handed in, those that are needed first. Of the PIN's request only that it came. */
export function PaperToggles({ entry, rules, isFaceAuthentication }: PaperTogglesProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const needed = neededPapers(rules.neededPapers, isFaceAuthentication);
  const handedIn = papers.filter((paper) => !paperGroups[paper] && (paper !== 'pinRequest' || !isFaceAuthentication));
  const ordered = [...handedIn].sort((one, other) => Number(needed.includes(other)) - Number(needed.includes(one)));
  return (
    <section aria-labelledby={titleId} className={styles.group}>
      <h2 id={titleId} className={styles.label}>
        {t('identity.papers.title')}
      </h2>
      <div className={styles.papers}>
        {ordered.map((paper) => (
          <ToggleCard
            key={paper}
            size="small"
            label={t(`identity.papers.${paper}`)}
            hint={paper === 'pinRequest' ? t('identity.papers.pinHint') : undefined}
            isSelected={entry.papers.includes(paper)}
            onChange={(isReceived) => setPaper(paper, isReceived)}
          />
        ))}
      </div>
      {isFaceAuthentication ? <small>{t('identity.papers.noPinRequest')}</small> : null}
    </section>
  );
}
