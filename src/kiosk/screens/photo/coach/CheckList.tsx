import { useTranslation } from 'react-i18next';
import { groupVerdicts } from '../../../../domain/photo/coach/check-group';
import type { CheckResult, CheckVerdict } from '../../../../domain/photo/judgement/checks';
import { Icon, type IconName } from '../../../ui/Icon';
import styles from '../PhotoStep.module.css';

const icons: Readonly<Record<CheckVerdict, IconName>> = {
  passed: 'check',
  failed: 'attention',
  advised: 'info',
  notChecked: 'none',
  waived: 'none',
};

/** The checks in seven lines, each with its sign, its colour and its word. */
export function CheckList({ results }: { readonly results: readonly CheckResult[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.checks} aria-label={t('photo.coach.checks')}>
      {groupVerdicts(results).map(({ group, verdict }) => (
        <li key={group} data-verdict={verdict}>
          <span className={styles.mark}>
            <Icon name={icons[verdict]} size={18} />
          </span>
          <span className={styles.group}>{t(`photo.coach.group.${group}`)}</span>
          <small className={styles.verdict}>{verdict === 'passed' ? null : t(`photo.coach.verdict.${verdict}`)}</small>
        </li>
      ))}
    </ul>
  );
}
