import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { documentGroups, type DocumentGroup } from '../../../domain/identity/documents';
import type { IdentityRules } from '../../../domain/identity/identity-check';
import type { IdentityEntry } from '../../../domain/identity/identity-entry';
import { paperGroups, papers } from '../../../domain/identity/papers';
import { ToggleCard } from '../../ui/ToggleCard';
import { setDocument, setExtraCheck, setPaper } from './change-identity';
import styles from './IdentityStep.module.css';

interface DocumentTogglesProps {
  readonly entry: IdentityEntry;
  readonly rules: IdentityRules;
}

/** The office's catalogue by group. A paper that is handed in and proves something stands with what it proves. */
export function DocumentToggles({ entry, rules }: DocumentTogglesProps) {
  const groups = documentGroups.filter((group) => rules.combinations.some(({ needs }) => needs[group]));
  const isExtraUsed = rules.combinations.some(({ needsExtraCheck }) => needsExtraCheck);
  return (
    <>
      {groups.map((group) => (
        <DocumentGroupToggles key={group} group={group} entry={entry} rules={rules} />
      ))}
      {isExtraUsed ? <ExtraCheck isDone={entry.isExtraCheckDone} /> : null}
    </>
  );
}

function DocumentGroupToggles({ group, entry, rules }: DocumentTogglesProps & { readonly group: DocumentGroup }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.group}>
      <h2 id={titleId} className={styles.label}>
        {t(`identity.group.${group}`)}
      </h2>
      <div className={styles.toggles}>
        {rules.documents
          .filter((document) => document.group === group)
          .map(({ id, name }) => (
            <ToggleCard
              key={id}
              size="small"
              label={name}
              isSelected={entry.documents.includes(id)}
              onChange={(isShown) => setDocument(id, isShown)}
            />
          ))}
        {papers
          .filter((paper) => paperGroups[paper] === group)
          .map((paper) => (
            <ToggleCard
              key={paper}
              size="small"
              label={t(`identity.papers.${paper}`)}
              isSelected={entry.papers.includes(paper)}
              onChange={(isReceived) => setPaper(paper, isReceived)}
            />
          ))}
      </div>
    </section>
  );
}

function ExtraCheck({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTranslation();
  return (
    <ToggleCard
      size="small"
      label={t('identity.extraCheck')}
      hint={t('identity.extraCheckHint')}
      isSelected={isDone}
      onChange={setExtraCheck}
    />
  );
}
